import ArgumentParser
import Foundation
import HeedModel
import HeedStore
import HeedWire

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look whether the desk has what it needs; says what is wrong and what to do.",
    discussion: "Changes nothing. Ends with 1 when something is broken.")

  @OptionGroup var options: ConfigurationOptions
  @Flag(help: "Ask no server.") var offline = false

  func run() async throws {
    let configuration: DeskConfiguration
    do {
      configuration = try await options.load()
    } catch {
      print(
        Finding.broken("configuration", (error as? ValidationError)?.message ?? "\(error)").line)
      throw ExitCode(1)
    }
    var isBroken = false
    func say(_ findings: [Finding]) {
      for finding in findings {
        print(finding.line)
        isBroken = isBroken || finding.state == .broken
      }
    }
    let environment = ProcessInfo.processInfo.environment
    say(
      ConfigurationCheck(
        configuration: configuration, options: options, environment: environment,
        inFile: try await options.fileValues()
      ).findings())
    say(FolderCheck(path: configuration.data).findings())
    let key = KeyCheck(path: configuration.key)
    say(key.findings())
    let clock = SystemClock()
    let authorities = AuthorityCheck(path: configuration["authorities"], now: clock.now())
    say(authorities.findings())
    say(
      CertificateCheck(
        files: configuration.tls, address: configuration.address, now: clock.now()
      ).findings())
    let database = await DatabaseCheck(configuration: configuration).run()
    say(database.findings)
    var record = RecordFacts()
    if let opened = database.database {
      do {
        record = try await RecordFacts(Store(database: opened))
        say(record.findings())
        say(key.findings(opening: record))
      } catch {
        say([.broken("database", "It cannot be read: \(error)")])
      }
      try? await opened.close()
    }
    let network = NetworkCheck(
      hosts: record.hosts + configuration.list("mastodon.servers"),
      proxy: ProxySettings(environment: environment), clock: clock)
    if offline {
      say([.look("network", "No server was asked, as you wished.")])
      say(await MailCheck(configuration: configuration).findings())
      say(ClockCheck(now: clock.now(), servers: nil).findings())
    } else {
      var way = configuration.wayOut(clock: clock, certificates: authorities.text)
      way.proxy = network.proxy
      let wire = HTTPWire(configuration: way, logger: Composition.logger(configuration))
      let asked = await network.run(wire)
      say(asked.findings)
      say(await MailCheck(configuration: configuration, connections: wire).findings())
      say(ClockCheck(now: clock.now(), servers: asked.time).findings())
      await wire.shutdown()
    }
    if isBroken { throw ExitCode(1) }
  }
}
