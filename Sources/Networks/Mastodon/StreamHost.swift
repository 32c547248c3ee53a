import Foundation
import HeedNetwork

/// Where a server's streams live.
enum StreamHost {
  /// The streams may live on a host of their own; the server says which, with a scheme of its
  /// choice. The account's right goes there, so it has to be one of the same house: whoever can
  /// make a server say something, by a redirect or a forged answer, must not get it sent away.
  static func of(_ told: String?, _ server: Server) -> String {
    guard let told, let colon = told.range(of: "://"),
      let host = Server(String(told[colon.upperBound...]))?.host, isOfOneHouse(host, server.host)
    else { return server.host }
    return host
  }

  /// `a.example` with `streaming.a.example`, and `social.a.example` with `streaming.a.example`.
  static func isOfOneHouse(_ told: String, _ own: String) -> Bool {
    func name(_ host: String) -> String { String(host.prefix { $0 != ":" }) }
    let (told, own) = (name(told), name(own))
    if told == own || told.hasSuffix("." + own) && own.contains(".") { return true }
    let isNumber = own.allSatisfy { $0.isNumber || $0 == "." }
    let parent = own.split(separator: ".").dropFirst().joined(separator: ".")
    return !isNumber && parent.contains(".") && told.hasSuffix("." + parent)
  }
}
