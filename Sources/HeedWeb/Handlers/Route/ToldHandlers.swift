import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  func told() async throws -> Answer {
    let told = try await desk.told(pageRequest(), for: viewer)
    // The scripts' own look at a page is nobody's.
    if headers[.heedLook] == nil { try await desk.noteShown(told.items, to: viewer) }
    return .page(
      ToldScreen(
        rows: told.items.map { ToldRow($0, in: page.words) }, next: told.next, unseen: told.unseen,
        troubled: told.troubled))
  }

  func seeTold() async throws -> Answer {
    if form.has(.telling) {
      guard let telling: ID<Telling> = form.id(.telling) else {
        throw Problem(.notFound, said: page.words.errors.notFoundText)
      }
      try await desk.markToldSeen(telling, by: viewer)
    } else {
      try await desk.markToldSeen(nil, by: viewer)
    }
    return .see(.told())
  }

  func tellingWays() async throws -> Answer {
    .page(TellingWaysScreen(ways: try await desk.tellingWays(for: viewer)))
  }

  func saveTellingWays() async throws -> Answer {
    var ways = try await desk.tellingWays(for: viewer)
    if ways.hasMail {
      ways.choices.mail = TellingChoices.Mail(rawValue: form[.mail]) ?? .never
      ways.choices.mailAt =
        form[.time].isEmpty ? ways.choices.mailAt : Clock.minutes(form[.time]) ?? -1
      ways.choices.mailKinds = Set(form.all(.mailKind).compactMap { TellingKind(rawValue: $0) })
      ways.choices.mailWords = form[.mailWords] == "1"
    }
    ways.choices.pushKinds = Set(form.all(.pushKind).compactMap { TellingKind(rawValue: $0) })
    ways.choices.pushWords = form[.pushWords] == "1"
    ways.choices.topics = form.all(.topic).compactMap { ID<Topic>($0) }
    do {
      try await desk.save(ways.choices, by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(TellingWaysScreen(ways: ways, problem: problem), status: 422)
    }
    return .see(.tellingWays, .saved)
  }

  /// Sent by the scripts, in the browser that is to be told.
  func addPush() async throws -> Answer {
    guard let session else { throw Problem(.signedOut, said: page.words.errors.signedOutText) }
    try await desk.subscribe(
      PushPlace(endpoint: form[.endpoint], key: form[.pushKey], secret: form[.pushSecret]),
      session: session, isReminder: form[.reminder] == "1", by: viewer)
    return .nothing
  }

  func removePush() async throws -> Answer {
    try await desk.unsubscribe(id(), by: viewer)
    return .see(.tellingWays, .saved)
  }

  func endMailPage() async throws -> Answer {
    let token = try text()
    let isKnown = try await desk.endsMail(token: token)
    return .page(
      EndMailScreen(token: token, state: isKnown ? .asked : .over), status: isKnown ? 200 : 404)
  }

  /// One click (RFC 8058): whoever has the link may end it, for it came in that mail alone.
  func endMail() async throws -> Answer {
    let token = try text()
    let isEnded = try await desk.endMail(token: token)
    return .page(
      EndMailScreen(token: token, state: isEnded ? .ended : .over), status: isEnded ? 200 : 404)
  }
}
