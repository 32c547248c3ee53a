import Foundation

/// What a server says in its own words about a request that it refuses.
package enum Complaints {
  /// The sentence in a JSON body, in any of the usual places: `error`, `message`, `errors` as a list or by field,
  /// `error_description`, `error.message`. `nil` for a page, for nothing, and for a body that is no JSON.
  package static func text(of response: WireResponse) -> String? {
    guard let body = try? JSONSerialization.jsonObject(with: Data(response.body)),
      let object = body as? [String: Any]
    else { return nil }
    let errors = object["errors"]
    let listed = (errors as? [String])?.joined(separator: " ")
    let first = (errors as? [[String: Any]])?.first
    let fields = (errors as? [String: Any])?.values.compactMap {
      ($0 as? [String])?.first ?? $0 as? String
    }.sorted().first
    let candidates: [String?] = [
      object["error_description"] as? String, object["message"] as? String, listed,
      (object["error"] as? [String: Any])?["message"] as? String, object["error"] as? String,
      first?["message"] as? String, fields,
    ]
    return candidates.compactMap { $0 }.first { !$0.isEmpty }
  }

  /// The short code that some places give besides: `error_type`, `error`, `type`.
  package static func code(of response: WireResponse) -> String? {
    guard let body = try? JSONSerialization.jsonObject(with: Data(response.body)),
      let object = body as? [String: Any]
    else { return nil }
    let graph = (object["errors"] as? [[String: Any]])?.first?["type"] as? String
    return object["error_type"] as? String ?? object["error"] as? String ?? graph
  }

  /// A server's own words, cut to what fits under a form.
  package static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 200 ? line.prefix(199) + "…" : line
  }
}
