import Foundation

/// A name server of this machine.
struct NameServer: Sendable, Hashable {
  var address: IPAddress
  var port = 53

  /// As many as the system's own resolver asks.
  static let most = 3

  /// Read anew each time, for they change with the network that the machine is in. Without any, the machine itself is
  /// asked, as resolv.conf(5) says.
  static func system(_ path: String = "/etc/resolv.conf") -> [NameServer] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let places = read(text)
    return places.isEmpty ? [NameServer(address: .v4(0x7F00_0001))] : places
  }

  static func read(_ text: String) -> [NameServer] {
    var places: [NameServer] = []
    for line in text.prefix(65_536).split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count >= 2, words[0] == "nameserver",
        let address = IPAddress(String(words[1]))
      else { continue }
      let place = NameServer(address: address)
      if !places.contains(place) { places.append(place) }
    }
    return Array(places.prefix(most))
  }
}
