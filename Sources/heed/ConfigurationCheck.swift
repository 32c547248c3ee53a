import BlueskyNetwork
import Configuration
import Foundation
import Logging
import SystemPackage

/// Each key of the configuration: what it is, where that comes from, and whether it makes sense.
struct ConfigurationCheck {
  var configuration: DeskConfiguration
  var options: ConfigurationOptions
  var environment: [String: String]
  /// Keys that the file of the configuration holds.
  var inFile: Set<String>

  func findings() -> [Finding] {
    var findings = ConfigurationEntry.all.map { entry -> Finding in
      let subject = "configuration \(entry.key)"
      let said = "“\(shown(entry.key))” (\(origin(entry)))"
      if let wrong = wrong(entry.key) { return .broken(subject, "\(said): \(wrong)") }
      return .well(subject, said)
    }
    let known = Set(ConfigurationEntry.all.map(\.environment) + ["HEED_CONFIG"])
    let odd = environment.keys.filter {
      $0.hasPrefix("HEED_") && !$0.hasPrefix("HEED_TEST_") && !known.contains($0)
    }
    for name in odd.sorted() {
      findings.append(
        .look("configuration", "\(name) stands in the environment and means nothing. A slip?"))
    }
    return findings
  }

  private func origin(_ entry: ConfigurationEntry) -> String {
    let flags: [String: Any?] = [
      "listen.host": options.host, "listen.port": options.port, "address": options.address,
      "data": options.data, "database": options.database,
    ]
    if let flag = flags[entry.key], flag != nil { return "flag" }
    if options.settings.contains(where: { $0.hasPrefix(entry.key + "=") }) { return "flag" }
    if environment[entry.environment] != nil { return entry.environment }
    return inFile.contains(entry.key) ? "file" : "default"
  }

  /// A connection string may hold a password.
  private func shown(_ key: String) -> String {
    let value = configuration[key]
    guard key == "database" else { return value }
    return
      value
      .replacing(/:\/\/([^:@\/]+):[^@]*@/) { "://\($0.output.1):••••@" }
      .replacing(/password=\S+/, with: "password=••••")
  }

  private func wrong(_ key: String) -> String? {
    let value = configuration[key]
    switch key {
    case "listen.host" where value.isEmpty: return "Give an address to listen on: 127.0.0.1"
    case "address" where !value.isEmpty:
      let url = URL(string: value)
      let isWeb = ["http", "https"].contains(url?.scheme ?? "") && !(url?.host ?? "").isEmpty
      return isWeb ? nil : "Write it whole: https://desk.example"
    case "data" where value.isEmpty: return "Name a folder."
    case "database" where !value.isEmpty:
      let isKnown = value.hasPrefix("postgres://") || value.hasPrefix("postgresql://")
      return isKnown || value.contains("=") ? nil : "Write it whole: postgres://user@host/name"
    case "proxied", "practice":
      let isFlag = ["true", "yes", "1", "on", "false", "no", "0", "off"].contains(
        value.lowercased())
      return isFlag ? nil : "Write true or false."
    case "log":
      return Logger.Level(rawValue: value) == nil
        ? "Write trace, debug, info, notice, warning or error." : nil
    case "bluesky.jetstream":
      let odd = configuration.list(key).filter { !BlueskyNetwork.isServer($0) }
      return odd.isEmpty
        ? nil
        : "Hosts, or addresses that begin with wss://, by commas; not \(odd.joined(separator: ", "))."
    case "bluesky.view", "bluesky.directory":
      let isHost = !value.isEmpty && !value.contains("/") && !value.contains(where: \.isWhitespace)
      return isHost ? nil : "Write the name of one server alone."
    case "mastodon.servers":
      let odd = configuration.list(key).filter { $0.contains("/") || !$0.contains(".") }
      return odd.isEmpty
        ? nil : "Names of servers alone, by commas; not \(odd.joined(separator: ", "))."
    default: return nil
    }
  }
}

extension ConfigurationOptions {
  /// Keys that the file holds; none without a file.
  func fileValues() async throws -> Set<String> {
    guard let file = config ?? ProcessInfo.processInfo.environment["HEED_CONFIG"] else { return [] }
    let reader = ConfigReader(
      provider: try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
    return Set(
      ConfigurationEntry.all.map(\.key).filter { name in
        let key = ConfigKey(["heed"] + name.split(separator: ".").map(String.init))
        return reader.string(forKey: key) != nil || reader.int(forKey: key) != nil
          || reader.bool(forKey: key) != nil
      })
  }
}
