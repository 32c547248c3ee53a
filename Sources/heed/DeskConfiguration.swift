import ArgumentParser
import Configuration
import Foundation
import HeedWeb
import SystemPackage

/// What can be configured: each key once, with what it means. `Docs/configuration.md` lists the same, checked by a test.
struct ConfigurationEntry: Sendable {
  var key: String
  var fallback: String
  var meaning: String

  /// `HEED_LISTEN_PORT` for `listen.port`.
  var environment: String {
    "HEED_" + key.uppercased().replacingOccurrences(of: ".", with: "_")
  }

  static let all: [ConfigurationEntry] = [
    .init(
      key: "listen.host", fallback: "127.0.0.1",
      meaning: "Address that the web interface listens on."),
    .init(key: "listen.port", fallback: "8080", meaning: "Port that it listens on."),
    .init(
      key: "listen.names", fallback: "",
      meaning:
        "Names that the desk answers to besides the one in address, by commas. Other names are refused, against DNS rebinding."
    ),
    .init(
      key: "address", fallback: "",
      meaning:
        "Where people reach the desk, for example https://desk.example. Cookies are for HTTPS only when it begins with https."
    ),
    .init(key: "data", fallback: "data", meaning: "Folder for the database, the key and media."),
    .init(
      key: "database", fallback: "",
      meaning: "A PostgreSQL connection string (postgres://…). Empty: SQLite in the data folder."),
    .init(
      key: "key", fallback: "",
      meaning:
        "File with the desk's key, which opens tokens of networks. Empty: heed.key in the data folder, made at the first start."
    ),
    .init(
      key: "tls.certificate", fallback: "",
      meaning:
        "File with the certificate of the desk and those between it and its authority, as PEM: then the desk speaks HTTPS by itself."
    ),
    .init(
      key: "tls.key", fallback: "",
      meaning: "File with the key of that certificate, as PEM, readable by heed alone."),
    .init(
      key: "tls.redirect", fallback: "",
      meaning: "Port where those who come without HTTPS are led to the desk's address."),
    .init(
      key: "proxied", fallback: "false",
      meaning:
        "true behind a proxy of your own: X-Forwarded-For and X-Forwarded-Proto are believed."),
    .init(
      key: "mastodon.servers",
      fallback: "mastodon.social,mastodon.online,mstdn.social,fosstodon.org",
      meaning: "Servers that are asked for a word without an account, by commas."),
    .init(
      key: "bluesky.jetstream",
      fallback:
        "jetstream1.us-east.bsky.network,jetstream2.us-east.bsky.network,jetstream1.us-west.bsky.network,jetstream2.us-west.bsky.network",
      meaning:
        "Servers that tell everything said on Bluesky, by commas; the next is asked when one fails. Empty: Bluesky is not listened to."
    ),
    .init(
      key: "bluesky.view", fallback: "public.api.bsky.app",
      meaning:
        "Server that is asked for names, profiles and public threads of Bluesky without an account."
    ),
    .init(
      key: "bluesky.directory", fallback: "plc.directory",
      meaning: "Server that knows where accounts of Bluesky are kept (did:plc)."),
    .init(
      key: "hackernews", fallback: "true",
      meaning: "Whether Hacker News is offered: its search is asked for what is listened to there."),
    .init(
      key: "hosts", fallback: "",
      meaning:
        "Hosts of your own network that the desk may reach although their addresses are private, by commas, with :port where it is none of the web."
    ),
    .init(
      key: "hosts.linked", fallback: "",
      meaning:
        "Hosts of your own network to which pages and pictures of others may lead the desk as well, by commas, for webs that are yours alone. Empty: what strangers name is asked on the public internet only."
    ),
    .init(
      key: "authorities", fallback: "",
      meaning:
        "File with certificates (PEM) of your own authorities, trusted beside the system's: those of your own servers, or of a proxy that opens connections."
    ),
    .init(
      key: "mail.server", fallback: "",
      meaning:
        "Mail server that members are written to by, as smtp.shop.example:587. Empty: they are told in the desk and by push alone."
    ),
    .init(
      key: "mail.tls", fallback: "",
      meaning:
        "How encryption begins there: first (at once) or starttls (agreed on). Empty: as its port has it, 465 at once, 587 agreed on."
    ),
    .init(
      key: "mail.user", fallback: "",
      meaning: "Name that the desk signs in with there. Empty: the server asks for none."),
    .init(
      key: "mail.password", fallback: "",
      meaning: "File with the password for it, readable by heed alone."),
    .init(
      key: "mail.from", fallback: "",
      meaning: "Address that such mail comes from, as desk@shop.example."),
    .init(
      key: "practice", fallback: "true",
      meaning: "Whether the practice network with invented people is offered."),
    .init(
      key: "log", fallback: "info",
      meaning: "How much is logged: trace, debug, info, notice, warning, error."),
  ]
}

/// Where the configuration comes from: flags before the environment before a file.
struct ConfigurationOptions: ParsableArguments {
  @Option(help: "File with the configuration, as JSON. HEED_CONFIG says the same.")
  var config: String?

  @Option(help: "Address to listen on.")
  var host: String?

  @Option(help: "Port to listen on.")
  var port: Int?

  @Option(help: "Where people reach the desk.")
  var address: String?

  @Option(help: "Folder for database, key and media.")
  var data: String?

  @Option(help: "PostgreSQL connection string; SQLite in the data folder without.")
  var database: String?

  @Option(name: .customLong("set"), help: "Any key of the configuration: --set log=debug")
  var settings: [String] = []

  func load() async throws -> DeskConfiguration {
    var flags: [AbsoluteConfigKey: ConfigValue] = [:]
    func set(_ key: String, _ value: String?) {
      guard let value else { return }
      flags[AbsoluteConfigKey(["heed"] + key.split(separator: ".").map(String.init))] =
        ConfigValue(.string(value), isSecret: false)
    }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      guard parts.count == 2, ConfigurationEntry.all.contains(where: { $0.key == key }) else {
        throw ValidationError(
          "“\(setting)” is no setting. Known are: "
            + ConfigurationEntry.all.map(\.key).joined(separator: ", ") + ".")
      }
      set(key, String(parts[1]))
    }
    set("listen.host", host)
    set("listen.port", port.map(String.init))
    set("address", address)
    set("data", data)
    set("database", database)
    var providers: [any ConfigProvider] = [
      InMemoryProvider(values: flags), EnvironmentVariablesProvider(),
    ]
    if let file = config ?? ProcessInfo.processInfo.environment["HEED_CONFIG"] {
      do {
        providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
      } catch {
        throw ValidationError("The configuration \(file) cannot be read: \(error)")
      }
    }
    return try DeskConfiguration(ConfigReader(providers: providers))
  }
}

/// The configuration as read.
struct DeskConfiguration: Sendable {
  var values: [String: String]

  /// As it is where nobody configured anything.
  static func plain() throws -> DeskConfiguration {
    try DeskConfiguration(ConfigReader(providers: [InMemoryProvider(values: [:])]))
  }

  init(_ reader: ConfigReader) throws {
    var values: [String: String] = [:]
    for entry in ConfigurationEntry.all {
      let key = ConfigKey(["heed"] + entry.key.split(separator: ".").map(String.init))
      // A number or a flag in a JSON file means the same as its text.
      values[entry.key] =
        reader.string(forKey: key) ?? reader.int(forKey: key).map(String.init)
        ?? reader.bool(forKey: key).map(String.init) ?? entry.fallback
    }
    self.values = values
    let tls = [values["tls.certificate"] ?? "", values["tls.key"] ?? ""]
    guard tls.allSatisfy(\.isEmpty) || tls.allSatisfy({ !$0.isEmpty }) else {
      throw ValidationError("tls.certificate and tls.key go together: give both, or none.")
    }
    let redirect = values["tls.redirect"] ?? ""
    guard redirect.isEmpty || Int(redirect).map({ (0...65_535).contains($0) }) ?? false else {
      throw ValidationError("tls.redirect is “\(redirect)”, which is no port.")
    }
    guard redirect.isEmpty || !tls[0].isEmpty else {
      throw ValidationError("tls.redirect leads to HTTPS, which wants tls.certificate and tls.key.")
    }
    guard let port = Int(values["listen.port"] ?? ""), (0...65_535).contains(port) else {
      throw ValidationError("listen.port is “\(values["listen.port"] ?? "")”, which is no port.")
    }
  }

  subscript(key: String) -> String { values[key] ?? "" }
  func list(_ key: String) -> [String] {
    self[key].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
  func flag(_ key: String) -> Bool { ["true", "yes", "1", "on"].contains(self[key].lowercased()) }

  var host: String { self["listen.host"] }
  var port: Int { Int(self["listen.port"]) ?? 8080 }
  var address: String {
    let said = self["address"]
    if said.isEmpty {
      return "\(tls == nil ? "http" : "https")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
    return said.hasSuffix("/") ? String(said.dropLast()) : said
  }
  /// Where the desk speaks HTTPS by itself.
  var tls: Certificate.Files? {
    self["tls.certificate"].isEmpty
      ? nil : Certificate.Files(certificate: self["tls.certificate"], key: self["tls.key"])
  }
  var redirectPort: Int? { Int(self["tls.redirect"]) }
  var isPublic: Bool { !self["address"].isEmpty }
  var isSecure: Bool { address.hasPrefix("https://") }
  var data: String { self["data"] }
  var key: String { self["key"].isEmpty ? data + "/heed.key" : self["key"] }
  var isPostgres: Bool { !self["database"].isEmpty }
}
