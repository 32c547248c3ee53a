import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  /// A place asks whether the desk meant it.
  func confirmNotes() async throws -> Answer {
    let answer = try await desk.confirmNotes(query, at: text())
    return .plain(answer.text, status: answer.status)
  }

  /// A place tells something.
  func takeNotes() async throws -> Answer {
    guard let note else { return .plain("Nothing is asked for here.\n", status: 404) }
    let answer = try await desk.takeNote(
      InboundNote(headers: headers.map { ($0.name.rawName, $0.value) }, body: note), at: text())
    return .plain(answer.text, status: answer.status)
  }
}
