import Foundation

/// What `opvangkaart --help` says.
enum Help {
    static let text = """
        Opvangkaart \(Version.program): wie vangt slachtoffers van mensenhandel op, en waar is nu plek?

        opvangkaart [serve] [opties]     start de dienst
          --host H        op dit adres luisteren (127.0.0.1)
          --port P        op deze poort luisteren; 0 kiest een vrije (8080)
          --data DIR      de map met het register (Data)
          --state DIR     de map met wat verandert: aantallen en sleutels (.opvangkaart)
          --public DIR    de map met stijlen en plaatjes (Public)
          --production    geen probeersleutels en geen voorbeeldorganisaties
                          start alleen als er een beheerder is en niemand anders bij de map met sleutels kan
          --site https://NAAM  het adres van de site; wie een ander adres gebruikt, krijgt geen antwoord
          --trusted-proxy ADRES  van deze proxy geloven we namens wie hij vraagt (X-Forwarded-For);
                            een adres of netwerk (10.0.0.0/8), of meer met komma’s ertussen
          --user-header NAAM  in dit veld noemt die proxy wie daar is ingelogd: de gebruiker van een sleutel
          --hold-seconds N  zo lang blijft een plek vastgehouden, 1 tot en met 14400 seconden (3600)
          --address-rate N  zoveel verzoeken per seconde zonder sleutel van één adres, tien keer zoveel ineens;
                            0: geen grens (50)
          --key-rate N      zoveel verzoeken per seconde met één sleutel, vijf keer zoveel ineens; 0: geen grens (200)
          --accept-damage   ook starten als het journaal beschadigd is, alleen om te lezen

        opvangkaart check [--data DIR]
          controleert alle bestanden en noemt elke fout met haar plaats

        opvangkaart match PROFIEL.json|- [--data DIR] [--state DIR] [--json] [--scarcity WOORD]
          zoekt passende plekken zonder server; - leest van standaardinvoer
          met --scarcity shown ziet u voor hoeveel andere profielen een plek de enige is
          met --scarcity ranked staat zo’n plek bij gelijke stand ook lager (off)
          aantallen van voorbeelden tellen vanaf de laatste start van de dienst
          --as-of TIJD      herhaalt het antwoord van toen, en zegt wat er sindsdien veranderde
                            TIJD: ‘searchedAt’ van een antwoord, of 2026-11-20T21:00 (Nederlandse tijd)
          --data-version V  bij --as-of: precies de stand van een antwoord, zoals daarin bij ‘dataVersion’
        opvangkaart match --group BESTAND.json|- [--data DIR] [--state DIR] [--json]
          verdeelt een groep mensen over de plekken die nu vrij zijn; wie samen of apart moet, staat in het bestand

        opvangkaart key issue --role ROL [--organization ID] [--name NAAM] [--user NAAM] [--expires DATUM] [--state DIR]
          maakt een toegangssleutel en toont hem één keer
          --user: wie de houder is voor uw eigen inlogsysteem
          rollen: coordinator, comensha, shelter (met --organization), policy, admin
        opvangkaart key rotate ID [--expires DATUM] [--at-once] [--state DIR]
          maakt een nieuwe sleutel voor dezelfde houder; de oude werkt nog tot en met morgen
          met --at-once werkt de oude meteen niet meer
        opvangkaart key list [--state DIR]
          toont alle sleutels, en wanneer ze het laatst gebruikt zijn; nooit de sleutel zelf
        opvangkaart key revoke ID [--state DIR]
          een ingetrokken sleutel werkt meteen niet meer, ook in een dienst die al draait

        opvangkaart journal verify [--state DIR]
          kijkt elke regel van het journaal na, ook naast een dienst die draait
          is er iets mis, dan ziet u bestand, regel en wat er mis is
        opvangkaart journal compact [--state DIR]
          laat de volgende start sneller gaan en ruimt op; uit het journaal gaat niets weg
          werkt alleen als er geen dienst draait
        opvangkaart journal history DIENST [--json] [--state DIR]
          toont wat er met de plekken van een dienst gebeurde, het oudste eerst
          met --json: één JSON-object per regel

        opvangkaart backup BESTAND [--state DIR]
          zet het journaal en de sleutels in één nieuw tar-bestand, ook naast een dienst die draait
        opvangkaart restore BESTAND [--state DIR]
          maakt van een backup weer een map; die mag nog niet bestaan of moet leeg zijn

        opvangkaart --help, --version

        Einde: 0 gelukt, 1 mislukt, 2 opdracht niet begrepen.
        """
}
