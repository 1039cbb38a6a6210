"""Pages that a public site owes its readers: accessibility, and an easy-to-read page."""

from .building import both

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
        2020. gada noteikumu Nr.\u00a0445 2.\u00a0pielikuma; vietnes uzturētājs to aizstāj ar sava
        izvērtējuma rezultātiem.</p> <h2>Uz ko attiecas</h2><p>Uz visām šīs vietnes
        publiskajām lapām latviešu un angļu valodā.</p> <h2>Atbilstības
        stāvoklis</h2><p>Vietne ir veidota pēc standarta EN 301 549 V3.2.1, kas tīmeklim
        nozīmē WCAG 2.1 AA līmeni. Neatkarīgs izvērtējums nav veikts, tāpēc pilnīga atbilstība
        nav apliecināta.</p> <h2>Saturs, kas var būt nepiekļūstams</h2><p>Citu iestāžu dokumenti
        un vietnes, uz kurām ved saites. Karte parāda to pašu, ko saraksts; ja karti lietot
        ir grūti, izmantojiet sarakstu.</p> <h2>Pārbaudes datums un metode</h2><p>Datums: nav,
        jo izvērtējums vēl jāveic. Paraugs sagatavots 2022. gada 10. janvārī. Metode:
        uzturētāja vienkāršotais izvērtējums reizi gadā.</p> <h2>Ziņot par šķērsli</h2><p>Ja
        kaut ko nevarat izlasīt vai izdarīt, rakstiet vai zvaniet: adrese un tālrunis ir lapas
        apakšā un sadaļā „Kontakti”. Pastāstiet, kurā lapā un kas traucē. Atbildēsim mēneša
        laikā.</p> <h2>Sūdzība</h2><p>Ja atbilde nepalīdz, varat vērsties pie Latvijas
        Republikas tiesībsarga: Baznīcas iela 25, Rīga, LV-1010, <a
        href="https://www.tiesibsargs.lv">tiesibsargs.lv</a>.</p>""",
        """<p>This is a demonstration. The statement shows how to prepare one after annex 2 of
        Cabinet Regulation No\u00a0445 of 2020; whoever runs the site replaces it with the results
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
        meklēt</h2><p>Augšā ir vārds „Projekti”.</p><p>Spiediet uz tā.</p><p>Jūs
        redzēsiet sarakstu.</p> <p>Varat izvēlēties savu novadu.</p><p>Tad redzēsiet projektus
        savā novadā.</p> <h2>Kā jautāt</h2><p>Augšā ir vārds „Kontakti”.</p><p>Tur ir tālrunis un
        e-pasts.</p> <p>Jūs varat zvanīt vai rakstīt.</p><p>Mēs palīdzēsim.</p>""",
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

DUTIES = [ACCESSIBILITY, EASY]
