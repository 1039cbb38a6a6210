"""What residents of Pierīga asked for at forums such as “Ideju skrejceļš”, theme by theme.

The page tells the themes, the number of ideas and who can realise them; the collection itself is
not public. These ideas are examples of what people in such places ask for, written for the
demonstration. Each need stands in every municipality once, in another of its places.
"""

RESIDENTS, NGO, MUNICIPALITY = "by_residents", "by_ngo", "by_municipality"
TOGETHER = (RESIDENTS, NGO)
WITH_MUNICIPALITY = (NGO, MUNICIPALITY)

# Where, in the locative; a need takes one place of each municipality after another.
PLACES = {
    "marupes-novads": ("Mārupē", "Jaunmārupē", "Tīrainē", "Skultē", "Babītē", "Piņķos"),
    "olaines-novads": ("Olainē", "Jaunolainē", "Medemciemā", "Stūnīšos", "Ezerniekos", "Grēnēs"),
    "kekavas-novads": ("Ķekavā", "Katlakalnā", "Valdlaučos", "Baldonē", "Baložos", "Daugmalē"),
}

# Theme → (need with its place, who can realise it, why).
# fmt: off
CULTURE = (
    ("Brīvdabas kino vakari {}", TOGETHER,
     "Vasarā pietrūkst vietas, kur kaimiņi satiekas. Vajag ekrānu, projektoru un dažus "
     "brīvprātīgos."),
    ("Grāmatu apmaiņas skapītis {}", (RESIDENTS,),
     "Katrs atnes izlasīto un paņem to, ko vēl nav lasījis. Skapīti var uztaisīt paši "
     "iedzīvotāji."),
    ("Latviešu valodas sarunu klubs {}", (NGO,),
     "Jauniem iedzīvotājiem vajag vietu, kur bez bailēm runāt latviski."),
    ("Vietējo stāstu vākšana {}", TOGETHER,
     "Vecāki cilvēki atceras, kāda dzīve te bija agrāk. Ierakstīsim viņu stāstus, kamēr varam."),
    ("Mūzikas skolas koncerti pagalmos {}", (MUNICIPALITY,),
     "Bērni spēlē kaimiņiem, nevis tikai eksāmenā. Skolai vajag atļauju un pārvietojamu "
     "skatuvi."),
    ("Rokdarbu darbnīca visām paaudzēm {}", (NGO,),
     "Vecmāmiņas prot, mazbērni grib iemācīties. Vajag telpu vienu vakaru nedēļā."),
    ("Amatierteātra kolektīva atjaunošana {}", WITH_MUNICIPALITY,
     "Agrāk tāds bija un cilvēki nāca. Vajag režisoru un mēģinājumu telpu."),
    ("Datorapmācība senioriem {}", TOGETHER,
     "Daudz kas bankā un pie ārsta jākārto internetā. Jaunieši var to iemācīt senioriem."),
    ("Bibliotēka, kas atvērta arī vakaros, {}", (MUNICIPALITY,),
     "Kas strādā Rīgā, bibliotēkā netiek. Divi vakari nedēļā palīdzētu."),
    ("Novada svētku gājiens ar visām biedrībām {}", WITH_MUNICIPALITY,
     "Biedrības cita citu nepazīst. Gājiens būtu iemesls satikties un parādīt sevi."),
    ("Dabas klases nodarbības skolēniem {}", WITH_MUNICIPALITY,
     "Bioloģiju var mācīties pļavā un pie upes. Vajag nojumi un vadītāju."),
    ("Vasaras skola bērniem {}", (NGO,),
     "Vecāki strādā, bet bērniem trīs mēnešus ir brīvs. Divu nedēļu skola ar sportu un mākslu."),
    ("Vietējo mākslinieku izstāžu siena {}", TOGETHER,
     "Gleznas stāv mājās. Pietiek ar vienu labi apgaismotu sienu."),
)
ENVIRONMENT = (
    ("Apgaismojums ceļā uz skolu {}", (MUNICIPALITY,),
     "No oktobra bērni uz skolu iet tumsā."),
    ("Gājēju pāreja pie autobusa pieturas {}", (MUNICIPALITY,),
     "Mašīnas brauc ātri, un šķērsot ceļu ir bīstami."),
    ("Lielā talka grāvmalās {}", (RESIDENTS,),
     "Pēc ziemas ceļmalas ir atkritumu pilnas. Divas reizes gadā ar kaimiņiem tos var savākt."),
    ("Kaimiņu drošības grupa {}", (RESIDENTS,),
     "Ziņojam cits citam, ja kaut kas nav kārtībā. Pietiek ar tālruņu sarakstu un vienu "
     "vadītāju."),
    ("Kompostēšanas vieta daudzdzīvokļu mājām {}", TOGETHER,
     "Lapas un mizas tagad aizved kopā ar atkritumiem."),
    ("Dzeramā ūdens krāns {}", (MUNICIPALITY,),
     "Skrējējiem, velosipēdistiem un bērniem vasarā nav kur padzerties."),
    ("Veloceļš Rīgas virzienā {}", (MUNICIPALITY,),
     "Tad uz darbu varētu doties bez mašīnas."),
    ("Ātruma ierobežojums dzīvojamajā zonā {}", (MUNICIPALITY,),
     "Ielas ir taisnas, un vakaros pa tām sacenšas."),
    ("Bišu pļava, kur tagad pļauj reizi nedēļā, {}", WITH_MUNICIPALITY,
     "Ziedošu pļavu pļauj divas reizes gadā. Tas ir lētāk un skaistāk."),
    ("Kopīgs dārzs starp mājām {}", TOGETHER,
     "Dobes var ierīkot paši; vajag tikai atļauju un ūdeni."),
    ("Mācības, kā sniegt pirmo palīdzību, {}", (NGO,),
     "Ātrā palīdzība brauc divdesmit minūtes. Kaimiņam jāprot palīdzēt agrāk."),
    ("Suņu pastaigu laukums {}", WITH_MUNICIPALITY,
     "Suņi skrien pa bērnu laukumu, jo citas vietas nav."),
)
BUSINESS = (
    ("Mājražotāju tirdziņš reizi mēnesī {}", WITH_MUNICIPALITY,
     "Tirgotāji ir, pircēji ir, vajag tikai laukumu un dienu."),
    ("Kopstrādes telpa {}", (NGO,),
     "Daudzi strādā attālināti, bet mājās nav klusuma."),
    ("Vietējo ražotāju karte {}", (NGO,),
     "Tūrists brauc garām, jo nezina, kur iegriezties."),
    ("Velomaršruts gar saimniecībām {}", WITH_MUNICIPALITY,
     "Pa ceļam var nopirkt medu, sieru un ogas."),
    ("Amatnieku darbnīca ar kopīgiem rīkiem {}", TOGETHER,
     "Vienam ēvelmašīna ir par dārgu, desmit kopā to var atļauties."),
    ("Padomu vakars topošajiem uzņēmējiem {}", (NGO,),
     "Kas jau ir sācis, pastāsta tiem, kas tikai grib sākt."),
    ("Norāžu stabi ar vietējo uzņēmumu nosaukumiem {}", (MUNICIPALITY,),
     "Bez norādes no lielā ceļa veikalu neredz."),
    ("Kopīga virtuve mājražotājiem {}", WITH_MUNICIPALITY,
     "Sertificēt savu virtuvi ir dārgi; kopīgu var iekārtot vecajā ēdnīcā."),
    ("Atvērto saimniecību diena {}", TOGETHER,
     "Vienu svētdienu gadā visi ver vārtus un rāda, ko dara."),
    ("Jauniešu mācību uzņēmumu gadatirgus {}", (NGO,),
     "Skolēni pārdod to, ko paši izdomājuši un uztaisījuši."),
    ("Laivu piestātne tūristiem {}", (MUNICIPALITY,),
     "Pa upi brauc garām, jo nav kur izkāpt."),
)
SPORT = (
    ("Āra trenažieri {}", (MUNICIPALITY,),
     "Sporta zāle ir tālu, un par to jāmaksā."),
    ("Jauniešu telpa, kur satikties pēc skolas, {}", WITH_MUNICIPALITY,
     "Ziemā jaunieši stāv veikalā, jo citur nav kur."),
    ("Kopīgs skrējiens sestdienu rītos {}", (RESIDENTS,),
     "Nevajag neko, tikai vienu cilvēku, kurš atnāk vienmēr."),
    ("Slidotava ziemā {}", TOGETHER,
     "Sals ir, ūdens ir, vajag laukumu un kādu, kas uzlej ledu."),
    ("Skeitparks {}", (MUNICIPALITY,),
     "Tagad brauc pa kāpnēm pie kultūras nama."),
    ("Novada florbola turnīrs pagalmu komandām {}", (NGO,),
     "Katram pagalmam sava komanda. Zāli brīvdienās var dot skola."),
    ("Peldvieta ar laipu {}", (MUNICIPALITY,),
     "Cilvēki peldas, bet krasts ir dubļains un bīstams."),
    ("Jauniešu ideju fonds {}", WITH_MUNICIPALITY,
     "Mazas summas jauniešu pašu darbiem; par tām lemj viņi paši."),
    ("Nūjošanas grupa senioriem {}", (RESIDENTS,),
     "Divas reizes nedēļā stunda svaigā gaisā un sarunas."),
    ("Galda spēļu vakari {}", (RESIDENTS,),
     "Spēles ir gandrīz katram, atliek sanest tās kopā."),
    ("Brīvprātīgais darbs jauniešiem vasarā {}", (NGO,),
     "Palīdz senioriem dārzā un saņem apliecinājumu par paveikto."),
)
COMMUNITY = (
    ("Kopienas nams vecajā skolā {}", WITH_MUNICIPALITY,
     "Māja stāv tukša. Biedrības to uzturētu, ja pašvaldība ļautu."),
    ("Kaimiņu svētki {}", (RESIDENTS,),
     "Reizi gadā galds uz ielas, katrs atnes savu ēdienu."),
    ("Iedzīvotāju padome {}", (MUNICIPALITY,),
     "Lai par savu ciemu varētu runāt, pirms ir nolemts."),
    ("Kopienas ziņu lapa {}", TOGETHER,
     "Ne visi ir internetā. Četras lapas reizi mēnesī pastkastē."),
    ("Palīdzības tīkls vientuļajiem kaimiņiem {}", TOGETHER,
     "Aizvest pie ārsta, atnest malku, aprunāties."),
    ("Laika banka {}", (NGO,),
     "Stunda pret stundu: es salaboju, tu pieskati bērnu."),
    ("Jauno iedzīvotāju sagaidīšanas vakars {}", TOGETHER,
     "Katru gadu ievācas daudzi, bet kaimiņus nepazīst."),
    ("Līdzdalības budžets {}", (MUNICIPALITY,),
     "Iedzīvotāji paši izvēlas, ko izdarīt par daļu no budžeta."),
    ("Telpa biedrību sanāksmēm {}", WITH_MUNICIPALITY,
     "Tagad tiekamies virtuvēs. Vajag telpu ar galdu un projektoru."),
)
# fmt: on

# The project's themes, as the page names them, and what was asked for in each.
THEMES = (
    (("Kultūra un izglītība", "Culture and education"), CULTURE),
    (("Vide, mājoklis, drošība", "Environment, housing, safety"), ENVIRONMENT),
    (
        (
            "Uzņēmējdarbības attīstība, tūrisms, amatniecība",
            "Business development, tourism, crafts",
        ),
        BUSINESS,
    ),
    (
        (
            "Sports, atpūta, iespējas jauniešiem",
            "Sport, leisure, opportunities for young people",
        ),
        SPORT,
    ),
    (("Iedzīvotāju kopienas", "Residents’ communities"), COMMUNITY),
)
