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

        opvangkaart check [--data DIR]
          controleert alle bestanden en noemt elke fout met haar plaats

        opvangkaart match PROFIEL.json|- [--data DIR] [--state DIR] [--json]
          zoekt passende plekken zonder server; - leest van standaardinvoer

        opvangkaart key issue --role ROL [--organization ID] [--name NAAM] [--expires DATUM] [--state DIR]
          maakt een toegangssleutel en toont hem één keer
          rollen: coordinator, comensha, shelter (met --organization), policy, admin
        opvangkaart key list [--state DIR]
        opvangkaart key revoke ID [--state DIR]
          een ingetrokken sleutel werkt meteen niet meer, ook in een dienst die al draait

        opvangkaart --help, --version

        Einde: 0 gelukt, 1 mislukt, 2 opdracht niet begrepen.
        """
}
