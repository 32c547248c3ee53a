import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  /// A page tells that it points to one of ours.
  func takeWebmention() async throws -> Answer { try await takeMention(by: .webmention) }
  func takePingback() async throws -> Answer { try await takeMention(by: .pingback) }

  private func takeMention(by way: MentionWay) async throws -> Answer {
    let note = InboundNote(
      headers: headers.map { ($0.name.rawName, $0.value) }, body: note ?? [])
    let reply = try await desk.takeMention(note, by: way, from: address)
    return .plain(reply.text, status: reply.status, type: reply.type)
  }
}
