import Foundation
import HeedModel
import HeedNetwork

/// Where one of the two halves of a mailbox stands.
struct MailPlace: Sendable, Hashable {
  var host: String
  var port: Int
  /// Begins in plain and agrees on TLS (STARTTLS) before anything else is said.
  var startsPlain: Bool

  init(host: String, port: Int, startsPlain: Bool) {
    self.host = host
    self.port = port
    self.startsPlain = startsPlain
  }

  /// `imap.shop.example`, `imap.shop.example:143`; the port says how TLS begins (RFC 8314).
  init?(_ text: String, port standard: Int) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let host = parts.first, Self.isHost(host) else {
      return nil
    }
    var port = standard
    if parts.count == 2 {
      guard let written = Int(parts[1]), (1...65_535).contains(written) else { return nil }
      port = written
    }
    self.init(
      host: host.lowercased(), port: port,
      startsPlain: [25, 143, 587, 1143, 1587, 2525].contains(port))
  }

  private static func isHost(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 253
      && text.utf8.allSatisfy { $0 > 0x2C && $0 < 0x7F && $0 != 0x2F && $0 != 0x40 || $0 >= 0x80 }
  }

  var text: String { "\(host):\(port)" }
}

/// What opens a mailbox.
enum MailSecret: Sendable {
  case password(user: String, String)
  /// An access token of OAuth (XOAUTH2).
  case token(user: String, String)
}

/// A mailbox as its account keeps it.
struct Mailbox: Sendable {
  var address: String
  var name: String
  var incoming: MailPlace
  var outgoing: MailPlace
  var secret: MailSecret

  /// As every server takes it: its domain without letters beyond ASCII (RFC 5891).
  var written: String { MailAddress.plain(address) }

  /// Reads what `credentials` wrote.
  init?(_ account: AccountAccess) {
    let kept = account.credentials
    guard let user = kept["user"], let password = kept["password"],
      let incoming = kept["incoming"].flatMap({ MailPlace($0, port: 993) }),
      let outgoing = kept["outgoing"].flatMap({ MailPlace($0, port: 465) })
    else { return nil }
    address = kept["address"] ?? account.address
    name = kept["name"] ?? ""
    self.incoming = incoming
    self.outgoing = outgoing
    // Ports by hand may begin either way; what worked at sign-in is kept.
    if let way = kept["incomingStartsPlain"] { self.incoming.startsPlain = way == "yes" }
    if let way = kept["outgoingStartsPlain"] { self.outgoing.startsPlain = way == "yes" }
    secret =
      kept["mechanism"] == "xoauth2"
      ? .token(user: user, password) : .password(user: user, password)
  }

  init(
    address: String, name: String, incoming: MailPlace, outgoing: MailPlace, secret: MailSecret
  ) {
    self.address = address
    self.name = name
    self.incoming = incoming
    self.outgoing = outgoing
    self.secret = secret
  }

  var credentials: Credentials {
    var values = [
      "address": address, "name": name, "incoming": incoming.text, "outgoing": outgoing.text,
      "incomingStartsPlain": incoming.startsPlain ? "yes" : "no",
      "outgoingStartsPlain": outgoing.startsPlain ? "yes" : "no",
    ]
    switch secret {
    case .password(let user, let password):
      (values["user"], values["password"]) = (user, password)
    case .token(let user, let token):
      (values["user"], values["password"], values["mechanism"]) = (user, token, "xoauth2")
    }
    return Credentials(values)
  }
}

/// What is said to sign in (RFC 4422).
enum Sasl {
  /// RFC 4616: no NUL can be in either, or one could pass for another.
  static func plain(user: String, password: String) -> [UInt8] {
    [0] + user.utf8.filter { $0 != 0 } + [0] + password.utf8.filter { $0 != 0 }
  }

  /// https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
  static func xoauth2(user: String, token: String) -> [UInt8] {
    func clean(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x1F } }
    return Array("user=".utf8) + clean(user) + [1] + Array("auth=Bearer ".utf8) + clean(token) + [
      1, 1,
    ]
  }
}
