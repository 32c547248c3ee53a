import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  func erasePersonForm() async throws -> Answer { .page(try await erasePersonScreen(nil)) }

  private func erasePersonScreen(_ problem: Problem?) async throws -> ErasePersonScreen {
    let found = try await desk.erasing(id(), by: viewer)
    return ErasePersonScreen(
      person: try id(), name: found.person.name, handles: found.handles,
      isAmongOthers: found.isAmongOthers, hold: found.hold, problem: problem)
  }

  func erasePerson() async throws -> Answer {
    do {
      let seen = form.all(.handle).compactMap { Int64($0).map { ID<Handle>($0) } }
      try await desk.erase(id(), seen: Set(seen), by: viewer)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(try await erasePersonScreen(problem), status: 409)
    }
    return .see(.people(), .personErased)
  }

  func personEverything() async throws -> Answer {
    .page(PersonEverythingScreen(export: try await desk.export(id(), by: viewer)))
  }

  func personFile() async throws -> Answer {
    let export = try await desk.export(id(), by: viewer)
    return .download(try export.json(), type: "application/json")
  }

  func setContact() async throws -> Answer {
    let id: ID<Person> = try id()
    try await desk.setContact(id, allowed: form[.allowed] == "1", by: viewer)
    return .see(.person(id), .contactNoted)
  }

  func holdPerson() async throws -> Answer {
    let id: ID<Person> = try id()
    do {
      try await desk.hold(id, reason: form[.word], days: form.number(.days) ?? 0, by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      return try await person(id, problem: problem)
    }
    return .see(.person(id), .holdSet)
  }

  func liftHold() async throws -> Answer {
    let id: ID<Person> = try id()
    try await desk.liftHold(of: id, by: viewer)
    return .see(.person(id), .holdLifted)
  }
}

extension Call {
  func voice() async throws -> Answer {
    .page(VoiceScreen(view: try await desk.voice(of: id(), for: viewer)))
  }

  /// First the reason is written, then it is held against what was said, then it is signed.
  func restrictVoice() async throws -> Answer {
    let id: ID<Member> = try id()
    do {
      guard form[.confirmed] == "1" else {
        let view = try await desk.voice(of: id, against: form[.word], for: viewer)
        return .page(VoiceScreen(view: view, typed: form[.word], days: form[.days]))
      }
      try await desk.restrict(id, reason: form[.word], days: form.number(.days) ?? 0, by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      let view = try await desk.voice(of: id, for: viewer)
      return .page(
        VoiceScreen(view: view, typed: form[.word], days: form[.days], problem: problem),
        status: problem.code == .conflict ? 409 : 422)
    }
    return .see(.voice(id), .voiceRestricted)
  }

  func returnVoice() async throws -> Answer {
    let id: ID<Member> = try id()
    try await desk.liftRestriction(of: id, by: viewer)
    return .see(.voice(id), .voiceReturned)
  }

  func keeping() async throws -> Answer {
    let settings = try await desk.settings()
    return .page(
      KeepingScreen(
        rules: settings.retention, networks: desk.networks.all.map(\.name),
        showsNotes: settings.showsNotes))
  }

  func saveKeeping() async throws -> Answer {
    var rules: [RetentionRule] = []
    let rows = zip(
      zip(form.all(.network), form.all(.kind)), zip(form.all(.days), form.all(.purpose)))
    for ((network, kind), (days, purpose)) in rows {
      // A row without a place or a purpose is one that is not wanted.
      guard !network.isEmpty, !purpose.isEmpty, let kind = RetentionKind(rawValue: kind) else {
        continue
      }
      rules.append(
        RetentionRule(
          network: NetworkName(network), kind: kind, days: Int(days) ?? 0, purpose: purpose))
    }
    do {
      try await desk.keep(rules, showsNotes: form.has(.showsNotes), by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(
        KeepingScreen(
          rules: rules, networks: desk.networks.all.map(\.name),
          showsNotes: form.has(.showsNotes), problem: problem), status: 422)
    }
    return .see(.keeping, .saved)
  }
}
