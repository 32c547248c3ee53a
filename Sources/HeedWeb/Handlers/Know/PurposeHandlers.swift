import HeedDesk
import HeedModel

extension Call {
  /// What a member came from elsewhere to say stands ready in the composer, unless they typed something already. It is
  /// theirs to change, and nothing is kept or sent before they do.
  func withPurpose(_ open: OpenConversation, _ view: KeptConversation) async throws
    -> OpenConversation
  {
    guard case .composer(var composer) = open.answer, let member else { return open }
    if let intent = named("intent").flatMap({ Intent(rawValue: $0) }) {
      composer.intent = composer.intent ?? intent
    } else if let wish = query["tell"].flatMap({ ID<Wish>($0) }) {
      let viewer = try viewer
      guard let row = try await desk.record.read({ try $0.wish(wish, for: viewer) }) else {
        return open
      }
      let status = page.words.name(of: row.wish.status)
      composer.intent = composer.intent ?? .followUp
      composer.reminder = [page.words.wishes.about(row.wish.title, status), row.wish.reason]
        .filter { !$0.isEmpty }.joined(separator: " ")
    } else if let id = query["introduce"].flatMap({ ID<Member>($0) }), id != member.id,
      let leaving = view.members.first(where: { $0.id == id }), leaving.leftAt != nil
    {
      composer.intent = composer.intent ?? .inform
      if composer.text.isEmpty {
        // In their language where the desk speaks it.
        let words = Words.of(composer.language ?? page.words.language)
        composer.text = words.people.introduction(
          composer.partner, leaving.name, member.name)
      }
    }
    var open = open
    open.answer = .composer(composer)
    return open
  }
}
