"""Pages that a public site owes its readers: privacy, accessibility, and an easy-to-read page."""

from .building import both

PRIVACY = both(
    title=("Privātuma politika", "Privacy"),
    summary=(
        """Lasītājiem šī vietne neuzstāda sīkdatnes, un par jums tā neko nevāc.""",
        """This site sets no cookies for its readers and collects nothing about you.""",
    ),
    body=(
        """<h2>Lasītāji</h2><p>Vietne lasītājiem nelieto sīkdatnes. Tā nelādē neko no citām
        vietnēm: ne burtus, ne kartes, ne video, ne statistikas rīkus. Valoda ir redzama
        adresē. Ja izvēlaties gaišo vai tumšo izskatu, izvēle paliek tikai jūsu ierīcē.</p>
        <h2>Skatījumu skaits</h2><p>Pie lapas redzams, cik reižu tā atvērta. Glabājam tikai
        lapas numuru, dienu un skaitu – ne adresi, ne ierīci, ne ko citu par lasītāju.</p>
        <h2>Redaktori</h2><p>Darbinieki, kas pieslēdzas vietnes pārvaldībai, saņem tikai
        nepieciešamās sīkdatnes: sesijai, aizsardzībai pret viltotiem pieprasījumiem un īsiem
        paziņojumiem. Bez tām pieslēgties nevar.</p> <h2>Cilvēki, kas nosaukti
        lapās</h2><p>Projektu lapās var būt kontaktpersonu un citētu cilvēku vārds, loma un
        e-pasts. Tie ir publicēti, lai ar projektu varētu sazināties. Ja esat nosaukts un
        vēlaties datus labot vai dzēst, rakstiet uz adresi lapas apakšā; atbildēsim mēneša
        laikā.</p> <h2>Jūsu tiesības</h2><p>Jums ir tiesības piekļūt saviem datiem, tos labot,
        dzēst, ierobežot to apstrādi un pret to iebilst. Sūdzību var iesniegt Datu valsts
        inspekcijā.</p>""",
        """<h2>Readers</h2><p>The site uses no cookies for readers. It loads nothing from
        other sites: no fonts, maps, videos or statistics. The language stands in the address.
        If you choose the light or the dark appearance, your choice stays on your device
        only.</p> <h2>Number of views</h2><p>A page shows how often it has been opened. We
        keep only the number of the page, the day and the count – no address, no device,
        nothing else about the reader.</p> <h2>Editors</h2><p>Staff who sign in to the
        administration receive only the necessary cookies: for the session, for protection
        against forged requests and for short messages. There is no signing in without
        them.</p> <h2>People named on pages</h2><p>Pages of projects may show the name, role
        and e-mail of contact persons and of people who are quoted, so that one can get in
        touch about the project. If you are named and would like to correct or delete your
        data, write to the address at the foot of the page; we answer within a month.</p>
        <h2>Your rights</h2><p>You have the right to see your data, to correct and delete
        them, to restrict their processing and to object to it. You may complain to the Data
        State Inspectorate of Latvia.</p>""",
    ),
) | {"menu": "foot"}

ACCESSIBILITY = both(
    title=("Piekļūstamības paziņojums", "Accessibility statement"),
    summary=(
        """Paziņojuma paraugs demonstrācijas vietnei: uz ko tas attiecas, kāds ir stāvoklis un
        kā ziņot par šķērsli.""",
        """A model statement for the demonstration: what it covers, what the state is and how
        to report a barrier.""",
    ),
    body=(
        """<p>Šī ir demonstrācija. Paziņojums parāda, kā to sagatavot pēc Ministru kabineta
        2020. gada noteikumu Nr. 445 2. pielikuma; vietnes uzturētājs to aizstāj ar sava
        izvērtējuma rezultātiem.</p> <h2>Uz ko attiecas</h2><p>Uz visām šīs vietnes
        publiskajām lapām latviešu un angļu valodā.</p> <h2>Atbilstības
        stāvoklis</h2><p>Vietne ir veidota pēc standarta EN 301 549 V3.2.1, kas tīmeklim
        nozīmē WCAG 2.1 AA līmeni. Neatkarīgs izvērtējums nav veikts, tāpēc pilnīga atbilstība
        nav apliecināta.</p> <h2>Saturs, kas var būt nepieejams</h2><p>Citu iestāžu dokumenti
        un vietnes, uz kurām ved saites. Karte parāda to pašu, kas saraksts; ja karti lietot
        ir grūti, izmantojiet sarakstu.</p> <h2>Pārbaudes datums un metode</h2><p>Datums: nav,
        jo izvērtējums vēl jāveic. Paraugs sagatavots 2022. gada 10. janvārī. Metode:
        uzturētāja vienkāršotais izvērtējums reizi gadā.</p> <h2>Ziņot par šķērsli</h2><p>Ja
        kaut ko nevarat izlasīt vai izdarīt, rakstiet vai zvaniet: adrese un tālrunis ir lapas
        apakšā un sadaļā „Kontakti”. Pastāstiet, kurā lapā un kas traucē. Atbildēsim mēneša
        laikā.</p> <h2>Sūdzība</h2><p>Ja atbilde nepalīdz, varat vērsties pie Latvijas
        Republikas tiesībsarga: Baznīcas iela 25, Rīga, LV-1010, <a
        href="https://www.tiesibsargs.lv">tiesibsargs.lv</a>.</p>""",
        """<p>This is a demonstration. The statement shows how to prepare one after annex 2 of
        Cabinet Regulation No 445 of 2020; whoever runs the site replaces it with the results
        of an evaluation.</p> <h2>What it covers</h2><p>All public pages of this site in
        Latvian and in English.</p> <h2>State of conformity</h2><p>The site is built to the
        standard EN 301 549 V3.2.1, which for the web means WCAG 2.1 level AA. No independent
        evaluation has been made, so full conformity is not confirmed.</p> <h2>Content that
        may not be accessible</h2><p>Documents and sites of other bodies that links lead to.
        The map shows the same as the list; if the map is hard to use, use the list.</p>
        <h2>Date and method of the check</h2><p>Date: none, because the evaluation is still to
        be made. The model was prepared on 10 January 2022. Method: a simplified evaluation
        once a year by whoever runs the site.</p> <h2>Report a barrier</h2><p>If there is
        something that you cannot read or do, write or call: the address and the telephone
        number are at the foot of the page and under “Contacts”. Tell us on which page and
        what is in the way. We answer within a month.</p> <h2>Complaint</h2><p>If our answer
        does not help, you may turn to the Ombudsman of the Republic of Latvia: Baznīcas iela
        25, Rīga, LV-1010, <a href="https://www.tiesibsargs.lv">tiesibsargs.lv</a>.</p>""",
    ),
) | {"menu": "foot"}

EASY = both(
    title=("Viegli lasīt", "Easy to read"),
    summary=(
        """Kas ir šī vietne un kā to lietot – īsos un vienkāršos teikumos.""",
        """What this site is and how to use it – in short and simple sentences.""",
    ),
    body=(
        """<h2>Kas šeit ir</h2><p>Šī ir lauku partnerību vietne.</p><p>Partnerība ir cilvēku
        grupa.</p> <p>Viņi dzīvo laukos.</p><p>Viņi kopā dara labus darbus.</p><p>Darbu, ko
        dara kopā, sauc par projektu.</p> <h2>Ko var atrast</h2><p>Var atrast
        projektus.</p><p>Var atrast ziņas.</p><p>Var atrast partnerības.</p> <h2>Kā
        meklēt</h2><p>Augšā ir vārds „Projekti”.</p><p>Spied uz tā.</p><p>Tu redzēsi
        sarakstu.</p> <p>Vari izvēlēties savu novadu.</p><p>Tad redzēsi projektus savā
        novadā.</p> <h2>Kā jautāt</h2><p>Augšā ir vārds „Kontakti”.</p><p>Tur ir tālrunis un
        e-pasts.</p> <p>Tu vari zvanīt vai rakstīt.</p><p>Mēs palīdzēsim.</p>""",
        """<h2>What is here</h2><p>This is a site of rural partnerships.</p><p>A partnership
        is a group of people.</p><p>They live in the country.</p><p>They do good things
        together.</p><p>What they do together is called a project.</p> <h2>What you can
        find</h2><p>You can find projects.</p><p>You can find news.</p><p>You can find
        partnerships.</p> <h2>How to search</h2><p>At the top there is the word
        “Projects”.</p><p>Press it.</p><p>You will see a list.</p><p>You can choose your
        municipality.</p><p>Then you see the projects there.</p> <h2>How to ask</h2><p>At the
        top there is the word “Contacts”.</p><p>There is a telephone number and an e-mail
        address.</p><p>You can call or write.</p><p>We will help.</p>""",
    ),
) | {"menu": "foot"}

DUTIES = [PRIVACY, ACCESSIBILITY, EASY]
