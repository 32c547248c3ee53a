import HeedModel

/// Something that happened and concerns a member, before it is a telling.
struct Concern {
  var member: ID<Member>
  var kind: TellingKind
  /// See `Telling.about`.
  var about: Int64
  var conversation: ID<Conversation>?
  var subject: Int64?
  var other: ID<Member>?
  var at: Instant
}

/// Whom an event concerns, and for how long that stays true: the one place that a new kind of telling comes to.
extension RecordReading {
  /// - Parameter team: those who are on the team now.
  func concerns(_ event: Event, _ team: [Member]) throws -> [Concern] {
    switch event.kind {
    case .handedOver:
      guard let receiver = event.other, let conversation = event.conversation else { return [] }
      return [
        Concern(
          member: receiver, kind: .handedOver, about: conversation.value,
          conversation: conversation, other: event.member, at: event.at)
      ]
    case .cameBack:
      guard let speaker = event.other, let conversation = event.conversation else { return [] }
      return [
        Concern(
          member: speaker, kind: .cameBack, about: conversation.value, conversation: conversation,
          subject: event.subject, at: event.at)
      ]
    case .lookAsked: return look(event, .lookAsked)
    case .lookAnswered: return look(event, .lookAnswered)
    case .postsHeard: return try knownWaits(event)
    case .spikeRaised: return try spike(event, team)
    case .promiseDue: return try promise(event, .promiseDue, team)
    case .promiseLate: return try promise(event, .promiseLate, team)
    case .promiseBroken: return try promise(event, .promiseBroken, team)
    default: return []
    }
  }

  /// Those who answered this person before, but for whom they answer now: to them it came back.
  private func knownWaits(_ event: Event) throws -> [Concern] {
    guard let id = event.conversation, let subject = event.subject,
      let post = try posts([ID(subject)]).first, post.direction == .toUs, post.removedAt == nil,
      // Heard just now, not edited or read anew.
      event.at - post.receivedAt < .minutes(1),
      let author = post.author, let person = try handles([author]).first?.person
    else { return [] }
    return try membersWhoAnswered(person).filter { try !hasCameBack(in: id, to: $0) }.map {
      Concern(
        member: $0, kind: .knownWaits, about: id.value, conversation: id, subject: subject,
        at: event.at)
    }
  }

  private func look(_ event: Event, _ kind: TellingKind) -> [Concern] {
    guard let member = event.other, let conversation = event.conversation else { return [] }
    return [
      Concern(
        member: member, kind: kind, about: conversation.value, conversation: conversation,
        subject: event.subject, other: event.member, at: event.at)
    ]
  }

  /// Who made it, while they speak and see it; else those who lead and see it, or all who do: somebody was promised
  /// something all the same.
  private func promise(_ event: Event, _ kind: TellingKind, _ team: [Member]) throws -> [Concern] {
    guard let promise = event.subject, let maker = event.other, let talk = event.conversation
    else { return [] }
    let able = try team.filter { member in
      let viewer = Viewer(member: member.id, role: member.role)
      return try member.role.maySpeak && conversation(talk, for: viewer) != nil
    }
    let leads = able.filter(\.role.mayLead)
    let whom =
      able.contains { $0.id == maker } ? [maker] : (leads.isEmpty ? able : leads).map(\.id)
    return whom.map {
      Concern(
        member: $0, kind: kind, about: promise, conversation: event.conversation,
        subject: promise, at: event.at)
    }
  }

  private func spike(_ event: Event, _ team: [Member]) throws -> [Concern] {
    guard let id = event.subject, let spike = try spike(ID(id)) else { return [] }
    var whom = team
    if let topic = spike.topic {
      guard let topic = try topics().first(where: { $0.id == topic }) else { return [] }
      whom = try team.filter {
        try choices(of: $0.id).follows(topic)
      }
    }
    return whom.map {
      Concern(
        member: $0.id, kind: .spike, about: spike.topic?.value ?? 0, subject: id, at: event.at)
    }
  }

  /// Whether it is still as it was told, or would be.
  func holds(_ telling: Telling, for viewer: Viewer) throws -> Bool {
    if telling.kind == .spike {
      guard let id = telling.subject, let spike = try spike(ID(id)) else { return false }
      return spike.closedAt == nil
    }
    guard let id = telling.conversation, let conversation = try conversation(id, for: viewer) else {
      return false
    }
    let claimant = try claim(of: conversation.id)?.member
    switch telling.kind {
    case .handedOver:
      guard conversation.state != .done, conversation.state != .solved, claimant == nil,
        let last = try handOvers(of: conversation.id, for: viewer).last, last.to == viewer.member
      else { return false }
      return try !records(of: conversation.id).posts.contains {
        $0.direction == .ours && $0.at > last.at
      }
    case .knownWaits:
      return conversation.state == .waiting && (claimant == nil || claimant == viewer.member)
    case .cameBack: return try hasCameBack(in: conversation.id, to: viewer.member)
    case .lookAsked, .lookAnswered:
      let look = try telling.subject.flatMap { try secondLook(ID($0), for: viewer) }
      return look?.state == (telling.kind == .lookAsked ? .asked : .answered)
    case .promiseDue, .promiseLate, .promiseBroken:
      let row = try promises(in: conversation.id, for: viewer).first {
        $0.id.value == telling.about
      }
      guard telling.kind != .promiseBroken else { return row?.ending?.kind == .broken }
      guard let promise = row?.promise, row?.ending == nil else { return false }
      // Another day was set meanwhile.
      return (telling.kind == .promiseDue ? promise.dueToldAt : promise.lateToldAt) != nil
    case .spike: return false
    }
  }
}
