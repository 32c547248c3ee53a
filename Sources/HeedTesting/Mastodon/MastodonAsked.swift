import Foundation
import HeedNetwork

/// A request, taken apart.
struct MastodonAsked {
  let method: WireRequest.Method
  let path: String
  let parts: [String]
  private(set) var query: [String: String] = [:]
  private(set) var lists: [String: [String]] = [:]
  private(set) var fields: [String: String] = [:]
  private(set) var media: [String]?
  let token: String?
  let key: String?
  let userAgent: String?

  init(_ request: WireRequest) {
    method = request.method
    let afterHost = request.address.range(of: "://").map { request.address[$0.upperBound...] }
    let whole = (afterHost ?? request.address[...]).drop { $0 != "/" }
    path = String(whole.prefix { $0 != "?" })
    parts = path.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
    func header(_ name: String) -> String? {
      request.headers.first { $0.name.lowercased() == name }?.value
    }
    let bearer = header("authorization")
    token = bearer.flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
    key = header("idempotency-key")
    userAgent = header("user-agent")
    for (name, value) in Self.form(String(whole.drop { $0 != "?" }.dropFirst())) {
      query[name] = value
      if name.hasSuffix("[]") { lists[name, default: []].append(value) }
    }
    let type = header("content-type") ?? ""
    if type.hasPrefix("application/json") {
      readJSON(request.body)
    } else if type.hasPrefix("application/x-www-form-urlencoded") {
      for (name, value) in Self.form(String(decoding: request.body, as: UTF8.self)) {
        fields[name] = value
      }
    } else if type.hasPrefix("multipart/form-data") {
      readParts(String(decoding: request.body, as: UTF8.self), type)
    }
  }

  private mutating func readJSON(_ body: [UInt8]) {
    let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
    for (name, value) in object ?? [:] {
      if let list = value as? [String] {
        if name == "media_ids" { media = list }
      } else if let text = value as? String {
        fields[name] = text
      } else if let flag = value as? Bool {
        fields[name] = flag ? "true" : "false"
      }
    }
  }

  private mutating func readParts(_ body: String, _ type: String) {
    guard let boundary = type.range(of: "boundary=").map({ type[$0.upperBound...] }) else {
      return
    }
    for part in body.components(separatedBy: "--" + boundary) {
      guard let open = part.range(of: "name=\""), let blank = part.range(of: "\r\n\r\n") else {
        continue
      }
      let name = String(part[open.upperBound...].prefix { $0 != "\"" })
      let content = part[blank.upperBound...]
      fields[name] = String(content.hasSuffix("\r\n") ? content.dropLast() : content)
      if let type = part.range(of: "Content-Type: ") {
        fields["file-type"] = String(part[type.upperBound...].prefix { !$0.isNewline })
      }
    }
  }

  private static func form(_ text: String) -> [(String, String)] {
    text.split(separator: "&").map { field in
      let halves = field.split(separator: "=", maxSplits: 1).map {
        $0.replacing("+", with: " ").removingPercentEncoding ?? String($0)
      }
      return (halves.first ?? "", halves.count > 1 ? halves[1] : "")
    }
  }
}
