import Foundation
import HeedMarkup
import HeedModel
import HeedNetwork

/// Finds where the mailbox of an address stands: what large providers are known for, what the domain itself says in
/// the customary file or to name servers, else the customary names, each asked whether a mail server greets there.
///
/// Nobody but the address's own domain is asked, and it learns the address only where it publishes the file for it.
struct MailDiscovery {
  let wire: any Wire
  var connections: any Connecting
  /// `nil` where name servers are not asked.
  var records: (any NameRecords)?

  func settings(for address: String) async throws -> MailSettings {
    let domain = MailAddress.domain(address)
    if let known = Self.known.first(where: { $0.domains.contains(domain) }) {
      return MailSettings(
        incoming: MailPlace(host: known.incoming, port: 993, startsPlain: false),
        outgoing: MailPlace(
          host: known.outgoing.host, port: known.outgoing.port,
          startsPlain: known.outgoing.port == 587), user: address)
    }
    if let told = await fromFile(address, domain) { return told }
    if let told = await fromRecords(address, domain) { return told }
    if let found = await byName(address, domain) { return found }
    throw NetworkError(
      .refused,
      """
      Where mail of \(domain) is fetched could not be found out. Type it with commas: \(address), the IMAP host, the SMTP \
      host.
      """)
  }

  // MARK: The domain's own file

  /// https://www.ietf.org/archive/id/draft-ietf-mailmaint-autoconfig-00.html
  private func fromFile(_ address: String, _ domain: String) async -> MailSettings? {
    let mail = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    for place in [
      "https://autoconfig.\(domain)/mail/config-v1.1.xml?emailaddress=\(mail)",
      "https://\(domain)/.well-known/autoconfig/mail/config-v1.1.xml",
    ] {
      let request = WireRequest(.get, place, maximumBytes: 256 << 10, timeout: .seconds(10))
      guard let answer = try? await wire.send(request), answer.status == 200 else { continue }
      if let found = Self.read(String(decoding: answer.body, as: UTF8.self), address) {
        return found
      }
    }
    return nil
  }

  /// Only what is needed is read, and only encrypted ways are taken: a file that says otherwise is no reason to send a
  /// password in plain.
  static func read(_ text: String, _ address: String) -> MailSettings? {
    guard let (incoming, user) = server(in: text, "incomingServer", type: "imap", address),
      let (outgoing, _) = server(in: text, "outgoingServer", type: "smtp", address)
    else { return nil }
    return MailSettings(incoming: incoming, outgoing: outgoing, user: user)
  }

  private static func server(
    in text: String, _ element: String, type: String, _ address: String
  ) -> (MailPlace, String)? {
    var rest = text[...]
    while let start = rest.firstRange(of: "<\(element)") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "</\(element)>") else { return nil }
      let body = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      let head = body.prefix { $0 != ">" }.lowercased()
      guard head.contains("\"\(type)\"") || head.contains("'\(type)'"),
        let host = value("hostname", in: body, address),
        let port = value("port", in: body, address),
        let way = value("socketType", in: body, address)?.uppercased(),
        way == "SSL" || way == "STARTTLS", var place = MailPlace("\(host):\(port)", port: 993)
      else { continue }
      place.startsPlain = way == "STARTTLS"
      return (place, value("username", in: body, address) ?? address)
    }
    return nil
  }

  private static func value(
    _ name: String, in body: Substring, _ address: String
  ) -> String? {
    guard let start = body.firstRange(of: "<\(name)>"),
      let end = body[start.upperBound...].firstRange(of: "</\(name)>")
    else { return nil }
    let local = address.prefix { $0 != "@" }
    let text = body[start.upperBound..<end.lowerBound].trimmed
      .replacing("%EMAILADDRESS%", with: address).replacing("%EMAILLOCALPART%", with: local)
      .replacing("%EMAILDOMAIN%", with: MailAddress.domain(address))
    return text.isEmpty || text.utf8.count > 320 ? nil : text
  }

  // MARK: The domain's own records

  /// Anybody on the way to the name server can answer in its place: so what is found is shown before a password is
  /// asked for, and whoever stands there has to prove the name
  /// (https://www.rfc-editor.org/rfc/rfc6186#section-6, https://www.rfc-editor.org/rfc/rfc8314#section-5.1).
  private func fromRecords(_ address: String, _ domain: String) async -> MailSettings? {
    do {
      guard
        let incoming = try await place(
          of: [("_imaps._tcp", false), ("_imap._tcp", true)], at: domain),
        let outgoing = try await place(
          of: [("_submissions._tcp", false), ("_submission._tcp", true)], at: domain)
      else { return nil }
      return MailSettings(incoming: incoming, outgoing: outgoing, user: address)
    } catch {
      // Whoever answers nothing once is not asked three times more.
      return nil
    }
  }

  private func place(
    of services: [(name: String, startsPlain: Bool)], at domain: String
  ) async throws -> MailPlace? {
    for service in services {
      for record in try await records?.services(service.name, of: domain).prefix(3) ?? [] {
        let place = MailPlace(
          host: record.host, port: record.port, startsPlain: service.startsPlain)
        if await greets(place) { return place }
      }
    }
    return nil
  }

  // MARK: Customary names

  private func byName(_ address: String, _ domain: String) async -> MailSettings? {
    guard
      let incoming = await first(
        of: ["imap.\(domain):993", "mail.\(domain):993", "\(domain):993", "mail.\(domain):143"],
        standard: 993),
      let outgoing = await first(
        of: [
          "smtp.\(domain):465", "mail.\(domain):465", "smtp.\(domain):587", "mail.\(domain):587",
          "\(domain):465",
        ], standard: 465)
    else { return nil }
    return MailSettings(incoming: incoming, outgoing: outgoing, user: address)
  }

  private func first(of places: [String], standard: Int) async -> MailPlace? {
    for place in places.compactMap({ MailPlace($0, port: standard) }) where await greets(place) {
      return place
    }
    return nil
  }

  /// Whether a mail server says hello there. Nothing is said to it.
  private func greets(_ place: MailPlace) async -> Bool {
    guard
      let connection = try? await connections.connect(
        to: place.host, port: place.port, isSecure: !place.startsPlain)
    else { return false }
    defer { connection.close() }
    guard let hello = try? await connection.read(within: .seconds(10)) else { return false }
    return hello.starts(with: "* OK".utf8) || hello.starts(with: "220".utf8)
  }

  // MARK: Providers

  private struct Provider {
    var domains: Set<String>
    var incoming: String
    var outgoing: (host: String, port: Int)
  }

  /// As each provider's own help pages say.
  private static let known: [Provider] = [
    Provider(
      domains: ["gmail.com", "googlemail.com"], incoming: "imap.gmail.com",
      outgoing: ("smtp.gmail.com", 465)),
    Provider(
      domains: ["icloud.com", "me.com", "mac.com"], incoming: "imap.mail.me.com",
      outgoing: ("smtp.mail.me.com", 587)),
    Provider(
      domains: ["yahoo.com", "ymail.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr"],
      incoming: "imap.mail.yahoo.com",
      outgoing: ("smtp.mail.yahoo.com", 465)),
    Provider(
      domains: ["fastmail.com", "fastmail.fm"], incoming: "imap.fastmail.com",
      outgoing: ("smtp.fastmail.com", 465)),
    Provider(
      domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch"], incoming: "imap.gmx.net",
      outgoing: ("mail.gmx.net", 465)),
    Provider(domains: ["web.de"], incoming: "imap.web.de", outgoing: ("smtp.web.de", 587)),
    Provider(
      domains: ["posteo.de", "posteo.net"], incoming: "posteo.de", outgoing: ("posteo.de", 465)),
    Provider(
      domains: ["mailbox.org"], incoming: "imap.mailbox.org", outgoing: ("smtp.mailbox.org", 465)),
    Provider(
      domains: ["t-online.de"], incoming: "secureimap.t-online.de",
      outgoing: ("securesmtp.t-online.de", 465)),
  ]
}
