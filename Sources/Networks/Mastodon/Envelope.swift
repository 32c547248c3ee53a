import Foundation
import HeedNetwork

/// What a WebSocket brings: an event's name, and its payload as text.
struct Envelope: Decodable, Sendable {
  let event: String
  let payload: String

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    event = try fields.neededText("event")
    payload = fields.text("payload") ?? (try? fields.id("payload")) ?? ""
  }

  private init(event: String, payload: String) {
    self.event = event
    self.payload = payload
  }

  static func read(_ message: String) throws -> Envelope {
    let data = Data(message.utf8)
    let read = try JSONDecoder().decode(Envelope.self, from: data)
    guard read.payload.isEmpty else { return read }
    // Documented is JSON inside a text; some put the object itself there.
    let whole = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard let inner = whole?["payload"] as? [String: Any],
      let bytes = try? JSONSerialization.data(withJSONObject: inner)
    else { return read }
    return Envelope(event: read.event, payload: String(decoding: bytes, as: UTF8.self))
  }
}
