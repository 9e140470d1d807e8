import Foundation
import HTTP

extension Problem {
    /// What to say when the server itself refused a request; the reason stays in the log.
    init(refusing status: Status) {
        let (title, detail) =
            switch status {
            case .uriTooLong: ("Adres is te lang", "Maak het adres korter.")
            case .headerFieldsTooLarge: ("Te veel kopregels", "Stuur minder of kortere kopregels.")
            case .contentTooLarge: ("Te veel gegevens", "Stuur niet meer dan 1 MiB.")
            case .requestTimeout: ("Het duurde te lang", "Het verzoek kwam niet op tijd binnen. Probeer het opnieuw.")
            case .notImplemented: ("Dit kennen we niet", "Deze methode of codering kennen we niet.")
            case .versionNotSupported: ("Deze versie van HTTP kennen we niet", "Gebruik HTTP/1.1.")
            case .expectationFailed: ("Deze verwachting kennen we niet", "Laat de kopregel ‘Expect’ weg.")
            case .serviceUnavailable:
                ("Het is nu te druk", "Probeer het zo opnieuw. Is er haast? Bel CoMensha 033-448 11 86.")
            case .internalServerError: (Problem.internalFault.title, Problem.internalFault.detail)
            default: ("Verzoek klopt niet", "We kunnen dit verzoek niet lezen.")
            }
        self.init(status: status, title: title, detail: detail)
    }
}
