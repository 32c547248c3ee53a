import Foundation

/// What a WebSocket brings: an event's name, and its payload as text.
struct Envelope: Decodable, Sendable {
  let event: String
  let payload: String

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    event = try fields.neededText("event")
    payload = fields.text("payload") ?? (try? fields.id("payload")) ?? ""
  }

  static func read(_ message: String) throws -> Envelope {
    try JSONDecoder().decode(Envelope.self, from: Data(message.utf8))
  }
}
