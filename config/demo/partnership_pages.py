"""The pages of nine partnerships. Areas are the municipalities that their own sites name."""

from .building import both

PAGES = {
    "lielupe": {
        "area": ["jelgavas-novads"],
        "fields": both(
            title=("Lauku partnerība „Lielupe”", "Rural Partnership “Lielupe”"),
            slogan=(
                "Aktīvi lauku iedzīvotāji – teritorijas attīstības virzītājspēks!",
                "Active rural people – the driving force of local development!",
            ),
            summary=(
                """Vietējā rīcības grupa Jelgavas novadā. Tā atbalsta vietējos ražotājus un
                tūrisma uzņēmējus un savu pieredzi nodod tālāk – arī kolēģiem Moldovā.""",
                """A local action group in Jelgava Municipality. It supports local producers
                and tourism businesses and passes its experience on – to colleagues in Moldova,
                too.""",
            ),
            body=(
                """<p>Partnerība apvieno iedzīvotājus, biedrības, uzņēmējus un pašvaldību, kas
                kopā lemj, kas viņu pusei vajadzīgs. LEADER sadarbības projektos tā veidojusi
                jaunus tūrisma piedāvājumus deviņos novados un vadījusi vebinārus Moldovas
                uzņēmējiem.</p> <p>Birojs atrodas Jelgavā, Lielajā ielā, un apmeklētājus gaida
                četras dienas nedēļā.</p>""",
                """<p>The partnership brings together residents, associations, businesses and
                the municipality, who decide together what their area needs. In LEADER
                cooperation projects it has created new tourism offers in nine municipalities
                and has led webinars for businesses in Moldova.</p> <p>The office is in
                Jelgava, in Lielā iela, and receives visitors four days a week.</p>""",
            ),
        )
        | {"is_host": True, "cover": "field"},
    },
    "pierigas-partneriba": {
        "area": ["marupes-novads", "olaines-novads"],
        "fields": both(
            title=("Pierīgas partnerība", "Pierīgas partnerība"),
            summary=(
                """Vietējā rīcības grupa Rīgas pievārtē. Šeit radās projekta „KOPA” ideja, un
                partnerība piedalās arī viedo ciemu starptautiskajā tīklā.""",
                """A local action group on the outskirts of Rīga. The idea of the KOPA project
                was born here, and it also takes part in the international network of smart
                villages.""",
            ),
            body=(
                """<p>Partnerība strādā vietās, kur lauki satiekas ar pilsētu: te aug ciemi,
                ienāk jauni cilvēki, un kopienām vispirms jāiepazīstas. Tāpēc tās projekti
                sākas ar sarunu – apkaimes darbnīcā, ideju forumā vai braucienā pie
                kaimiņiem.</p>""",
                """<p>The partnership works where the country meets the city: villages grow,
                new people arrive, and communities first have to get to know each other. So its
                projects begin with a conversation – in a neighbourhood workshop, at an ideas
                forum or on a visit to the neighbours.</p>""",
            ),
        ),
    },
    "zied-zeme": {
        "area": ["ogres-novads"],
        "fields": both(
            title=("Zied zeme", "Zied zeme"),
            summary=(
                """Publisko un privāto partnerattiecību biedrība, kas vada starptautisko
                projektu „Smart Villages LEADER Network” un piedalās projektā „KOPA”.""",
                """A public-private partnership association that leads the international
                project “Smart Villages LEADER Network” and takes part in KOPA.""",
            ),
            body=(
                """<p>„Zied zeme” saista vietējo darbu ar starptautisko: ko kopienas iemācās
                mājās, to tās salīdzina ar partneriem Somijā, Grieķijā un Skotijā.</p>""",
                """<p>Zied zeme ties local work to international work: what communities
                learn at home they compare with partners in Finland, Greece and Scotland.</p>""",
            ),
        )
        | {"cover": "lake"},
    },
    "juras-zeme": {
        "area": ["adazu-novads", "saulkrastu-novads"],
        "fields": both(
            title=("Jūras zeme", "Jūras zeme"),
            summary=(
                """Piekrastes partnerība, kas agrāk strādāja ar nosaukumu „Sernikon”. Viedo
                ciemu tīklā tā ir viens no trim Latvijas partneriem.""",
                """A partnership on the coast that used to work under the name Sernikon. It
                is one of the three Latvian partners in the network of smart villages.""",
            ),
            body=(
                """<p>Biedrības teritorija stiepjas gar jūru uz ziemeļiem no Rīgas. Senākos
                projektos to pazīst pēc agrākā nosaukuma, un šajā vietnē to atrod pēc abiem.</p>""",
                """<p>The association’s area lies along the sea to the north of Rīga. Older
                projects know it by its earlier name, and on this site it is found by
                both.</p>""",
            ),
        ),
    },
    "partneriba-laukiem-un-jurai": {
        "area": ["tukuma-novads"],
        "fields": both(
            title=("Partnerība laukiem un jūrai", "Partnership for Rural and the Sea"),
            summary=(
                """Vietējā rīcības grupa laukiem un piekrastei. Engures apkaimē tā kopā ar
                iedzīvotājiem sāka veidot viedo ciemu.""",
                """A local action group for the country and the coast. In and around Engure it
                began to build a smart village together with the people who live there.""",
            ),
            body=(
                """<p>Partnerība strādā gan ar lauku, gan ar zivsaimniecības fondu, tāpēc tās
                projektos satiekas zemnieki, zvejnieki un tie, kas pie jūras pārcēlušies no
                citurienes.</p>""",
                """<p>The partnership works with both the rural and the fisheries fund, so
                farmers, fishermen and people who have moved to the sea from elsewhere meet in
                its projects.</p>""",
            ),
        )
        | {"cover": "harbour"},
    },
    "liepajas-rajona-partneriba": {
        "area": ["dienvidkurzemes-novads"],
        "fields": both(
            title=("Liepājas rajona partnerība", "Liepāja District Partnership"),
            summary=(
                """Vadošais partneris projektā par viedajiem ciemiem piekrastē. Savā
                teritorijā tā projektu īstenoja Papes ciema apkaimē.""",
                """Lead partner of the project on smart villages on the coast. In its own area
                it carried the project out in and around the village of Pape.""",
            ),
            body=(
                """<p>Partnerība strādā ap Liepāju, līdz pat Lietuvas robežai. Kopā ar
                partneriem otrpus jūrai tā meklē, kā mazs piekrastes ciems var būt dzīvs visu
                gadu.</p>""",
                """<p>The partnership works around Liepāja, right down to the border with
                Lithuania. Together with partners across the sea it looks for ways in which a
                small village on the coast can be alive all year.</p>""",
            ),
        ),
    },
    "darisim-pasi": {
        "area": ["kuldigas-novads"],
        "fields": both(
            title=("Darīsim paši!", "Darīsim paši!"),
            summary=(
                """Viena no četrām partnerībām, kas kopā īsteno projektu „KOPA” un mudina
                lauku kopienas pašas atrast risinājumus.""",
                """One of the four partnerships that carry out KOPA together and encourage
                rural communities to find solutions themselves.""",
            ),
            body=(
                """<p>Nosaukums pasaka visu: kas vajadzīgs ciemam, to vislabāk zina tā
                ļaudis.</p>""",
                """<p>The name means “Let’s do it ourselves!” and says it all: what a village
                needs is best known to its people.</p>""",
            ),
        ),
    },
    "cesu-rajona-lauku-partneriba": {
        "area": ["cesu-novads"],
        "fields": both(
            title=("Cēsu rajona lauku partnerība", "Cēsis District Rural Partnership"),
            summary=(
                """Viena no četrām partnerībām projektā „KOPA”. Tā strādā Cēsu pusē un palīdz
                kopienām apzināt savas vajadzības un stiprās puses.""",
                """One of the four partnerships in KOPA. It works around Cēsis and helps
                communities see their needs and their strengths.""",
            ),
            body=(
                """<p>Apkaimes darbnīcās iedzīvotāji kopā ar partnerību risina to, kas viņiem
                svarīgs tagad un tepat.</p>""",
                """<p>In neighbourhood workshops residents and the partnership work on what
                matters to them, here and now.</p>""",
            ),
        ),
    },
    "daugavkrasts": {
        "area": ["kekavas-novads"],
        "fields": both(
            title=("Partnerība „Daugavkrasts”", "Partnership “Daugavkrasts”"),
            summary=(
                """Vietējā rīcības grupa Daugavas krastā. Kopā ar „Pierīgas partnerību” tā
                pētīja nevalstisko sektoru un apkopoja iedzīvotāju idejas trim novadiem.""",
                """A local action group on the bank of the Daugava. Together with Pierīgas
                partnerība it studied the non-governmental sector and collected residents’
                ideas for three municipalities.""",
            ),
            body=(
                """<p>Pēc novadu reformas kaimiņi nonāca vienā pašvaldībā, un partnerība
                palīdz viņiem strādāt kopā.</p>""",
                """<p>After the territorial reform neighbours found themselves in one
                municipality, and the partnership helps them work together.</p>""",
            ),
        ),
    },
}
