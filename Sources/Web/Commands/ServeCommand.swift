import Access
import Dispatch
import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// `opvangkaart serve`: loads, opens, listens, and stops when it is asked to.
struct ServeCommand {
    static let valued =
        Set(["--host", "--port", "--data", "--state", "--public", "--hold-seconds"]).union(Front.valued)
        .union(RequestLimits.options)
    static let flags: Set<String> = ["--production", "--accept-damage"]

    private let host: String
    private let port: UInt16
    private let data: URL
    private let state: URL
    private let files: URL
    private let isProduction: Bool
    private let ledgerSettings: LedgerSettings
    private let front: Front
    private let limits: RequestLimits

    init(_ options: Options) throws(CommandFailure) {
        host = options["--host"] ?? "127.0.0.1"
        let text = options["--port"] ?? "8080"
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(text) else {
            throw .usage("‘\(text)’ is geen poort (0 tot en met 65535).")
        }
        self.port = port
        data = options.folder("--data", standard: "Data")
        state = options.folder("--state", standard: ".opvangkaart")
        files = options.folder("--public", standard: "Public")
        isProduction = options.has("--production")
        ledgerSettings = try Self.ledgerSettings(options)
        front = try Front(options)
        limits = try RequestLimits(options)
    }

    private static func ledgerSettings(_ options: Options) throws(CommandFailure) -> LedgerSettings {
        var settings = LedgerSettings()
        settings.clock = { Date() }
        settings.acceptsDamage = options.has("--accept-damage")
        guard let text = options["--hold-seconds"] else { return settings }
        let longest = Int(settings.terms.longest)
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int(text),
            (1...longest).contains(seconds)
        else { throw .usage("‘\(text)’ is geen aantal seconden (1 tot en met \(longest)).") }
        settings.terms = HoldTerms(length: TimeInterval(seconds))
        return settings
    }

    /// Returns when the program was asked to stop and everything that ran has ended.
    func run(_ terminal: Terminal) throws -> Int32 {
        guard TimeZone(identifier: DutchTime.zoneName) != nil else {
            throw CommandFailure.failure("De tijdzone \(DutchTime.zoneName) ontbreekt op deze machine.")
        }
        if isProduction {
            MemoryDumps.shut()
            try ProductionCheck(state: state, now: Date()).require()
        }
        let loadedAt = Timestamp.wholeMilliseconds(Date())
        let loaded = try RegistryLoader.load(data, now: loadedAt)
        for warning in loaded.warnings { terminal.complain(warning.line(in: data)) }
        let registry = isProduction ? loaded.withoutExamples() : loaded
        if isProduction { for line in SecurityText.complaints(in: files, at: loadedAt) { terminal.complain(line) } }
        let (ledger, opening) = try open(registry, terminal)
        defer { ledger.close() }
        for unused in UnusedRules.all(in: ledger.state, for: loaded) { terminal.complain(unused.line) }
        StartRecord.keep(
            ServiceStart(registry: registry.version, loadedAt: loadedAt, hasExamples: !isProduction), in: ledger)
        let demonstration = isProduction ? [] : DemonstrationKeys.all(for: registry)
        let keys = try keys(demonstration)
        let application = Application(
            registry: registry, ledger: ledger, keys: keys, files: try staticFiles(terminal),
            exampleKey: demonstration.first { $0.role == .coordinator }?.secret, isProduction: isProduction,
            front: front, limits: limits)
        // Who read the log and has gone is no reason to stop.
        signal(SIGPIPE, SIG_IGN)
        let log = LogWriter { terminal.complain($0) }
        defer { log.finish(within: 0.5) }
        var configuration = Server.Configuration(host: host, port: port)
        configuration.connectionsPerParty = configuration.maximumConnections / 8
        // A system often starts a program with room for a thousand; files need some too.
        DescriptorLimit.raise(to: configuration.maximumConnections + 512)
        let server = Server(
            configuration: configuration,
            refusalAnswer: Application.refusalAnswer, bodyLimit: application.bodyLimit,
            party: application.party,
            handler: application.handle,
            log: { entries in
                application.count(entries)
                log.write(entries.map(\.line))
            },
            notice: { log.write([$0.line]) })
        application.watch(server)
        let stopping = StopSignals()
        let bound = try start(server)
        let uses = KeyUseKeeper(keys)
        greet(terminal, registry, demonstration, at: "http://\(shownHost):\(bound)")
        if opening.snapshot != nil { BackgroundCheck.begin(directory: state.path) { log.write($0) } }
        stopping.wait()
        server.stop(within: 3.5)
        application.finish()
        uses.finish()
        return 0
    }

    private var shownHost: String { host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host }

    private func open(
        _ registry: Registry, _ terminal: Terminal
    ) throws(CommandFailure) -> (Ledger, StartReport) {
        do {
            let (ledger, start) = try Ledger.open(
                directory: state.path, starting: Snapshot.startingCapacities(of: registry), settings: ledgerSettings)
            for line in start.lines { terminal.complain(line) }
            return (ledger, start)
        } catch {
            guard case .damaged = error else { throw .failure(error.sentence) }
            throw .failure(
                error.sentence
                    + " De dienst start niet. Zet een backup terug, of start met --accept-damage om alleen te lezen.")
        }
    }

    private func keys(_ demonstration: [DemonstrationKey]) throws(CommandFailure) -> KeyStore {
        do {
            return try KeyStore(directory: state.path, demonstration: demonstration)
        } catch {
            throw .failure(error.sentence)
        }
    }

    private func staticFiles(_ terminal: Terminal) throws(CommandFailure) -> StaticFiles {
        do {
            let served = try StaticFiles(folder: files.path)
            for path in served.passedOver {
                terminal.complain("\(files.relativePath)\(path) past niet bij het bestand ernaast en doet niet mee.")
            }
            return served
        } catch {
            throw .failure("De map \(files.relativePath) kunnen we niet lezen.")
        }
    }

    private func start(_ server: Server) throws(CommandFailure) -> UInt16 {
        do {
            return try server.start()
        } catch {
            switch error {
            case .host: throw .usage("Op ‘\(host)’ kunnen we niet luisteren: geef een IP-adres of localhost.")
            case .system(_, EADDRINUSE): throw .failure("Poort \(port) is al in gebruik. Kies een andere met --port.")
            case .system(let call, let code): throw .failure("\(call) lukt niet: \(String(cString: strerror(code))).")
            case .alreadyStarted: throw .failure("De dienst luistert al.")
            }
        }
    }

    private func greet(
        _ terminal: Terminal, _ registry: Registry, _ demonstration: [DemonstrationKey], at address: String
    ) {
        terminal.say(
            "Opvangkaart \(Version.program): \(registry.organizations.count) organisaties, \(registry.services.count) diensten."
        )
        if !demonstration.isEmpty {
            terminal.say(
                "Ga naar \(address)/ en log in met een van deze probeersleutels (alleen voor voorbeeldgegevens):")
            for key in demonstration {
                let owner = key.organization.map { " voor \($0.rawValue)" } ?? ""
                terminal.say("  \(key.role.rawValue)\(owner): \(key.secret)")
            }
        }
        for line in limits.notices { terminal.say(line) }
        terminal.say("listening on \(address)")
    }
}

/// Waits for SIGINT or SIGTERM.
private struct StopSignals {
    private let arrived = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    init() {
        let arrived = self.arrived
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in _ = arrived.signal() }
            source.resume()
            return source
        }
    }

    func wait() {
        arrived.wait()
        for source in sources { source.cancel() }
    }
}
