import HeedDesk
import HeedModel

extension Call {
  func theirSide() async throws -> Answer {
    guard let visit else { return .page(TheirSideScreen(.stranger(typed: "", problem: nil))) }
    return .page(TheirSideScreen(.proven(try await desk.theirSide(visit), problem: nil)))
  }

  func beginProof() async throws -> Answer {
    let words = page.words.theirSide
    let organisation = page.organisation.isEmpty ? "Heed" : page.organisation
    do {
      let token = try await desk.beginProof(
        form[.typed],
        letter: LetterWords(
          subject: words.letterSubject(organisation), text: words.letterText(organisation)),
        language: page.words.language, from: address)
      return .proving(token, .proof)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .tooMany {
      return .page(
        TheirSideScreen(.stranger(typed: form[.typed], problem: problem)),
        status: problem.code == .tooMany ? 429 : 422)
    }
  }

  func proofPage() async throws -> Answer {
    guard let open = try await desk.openProof(token: proof) else { return .see(.theirSide) }
    return .page(ProofScreen(proof: open))
  }

  func checkProof() async throws -> Answer {
    if let token = try await desk.checkProof(token: proof, from: address) {
      return .visiting(token, .theirSide)
    }
    guard let open = try await desk.openProof(token: proof) else { return .see(.theirSide) }
    return .page(ProofScreen(proof: open, isNotYet: true))
  }

  func lookForProof() async throws -> Answer {
    guard let open = try await desk.openProof(token: proof) else { return .see(.theirSide) }
    do {
      try await desk.lookForProof(token: proof, at: form[.post], from: address)
    } catch let problem as Problem {
      return .page(
        ProofScreen(proof: open, posted: form[.post], problem: problem),
        status: problem.code == .tooMany ? 429 : 422)
    }
    guard let token = try await desk.checkProof(token: proof, from: address) else {
      return .page(ProofScreen(proof: open, posted: form[.post], isNotYet: true))
    }
    return .visiting(token, .theirSide)
  }

  /// Whether the link still holds is only told to who presses the button: looking at it uses nothing up.
  func proofLink() async throws -> Answer { .page(ProofLinkScreen(token: try text())) }

  func openProofLink() async throws -> Answer {
    guard let token = try await desk.openProofLink(text(), from: address) else {
      return .page(ProofLinkScreen(token: "", isOver: true), status: 404)
    }
    return .visiting(token, .theirSide)
  }

  /// Does something for somebody who proved a handle; others are led to where that is done.
  /// - Parameter place: the part of the page where it was said: they read on there.
  private func theirs(
    at place: String, _ outcome: Outcome = .theirWordNoted,
    _ body: (Visit) async throws -> Void
  ) async throws -> Answer {
    guard let visit else { return .see(.theirSide) }
    do {
      try await body(visit)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      return .page(
        TheirSideScreen(.proven(try await desk.theirSide(visit), problem: problem)),
        status: problem.code == .conflict ? 409 : 422)
    }
    return .see(.theirSide, outcome, at: place)
  }

  /// Where on the page what they say stands afterwards.
  private var placeOfWord: String {
    switch TheirWord.Kind(rawValue: form[.kind]) {
    case .broken: form.id(.promise, of: Promise.self).map { "promise-\($0)" } ?? "promised"
    case .notAsked: "asked"
    default: form.id(.conversation, of: Conversation.self).map { "talk-\($0)" } ?? "between"
    }
  }

  func theySay() async throws -> Answer {
    try await theirs(at: placeOfWord) { visit in
      if TheirWord.Kind(rawValue: form[.kind]) == .broken {
        guard let promise: ID<Promise> = form.id(.promise) else {
          throw Problem(.notFound, said: page.words.errors.notFoundText)
        }
        return try await desk.theySay(broken: promise, visit)
      }
      if TheirWord.Kind(rawValue: form[.kind]) == .notAsked {
        guard let wish: ID<Wish> = form.id(.wish) else {
          throw Problem(.notFound, said: page.words.errors.notFoundText)
        }
        return try await desk.theySay(notAsked: wish, visit)
      }
      guard let id: ID<Conversation> = form.id(.conversation) else {
        throw Problem(.notFound, said: page.words.errors.notFoundText)
      }
      switch TheirWord.Kind(rawValue: form[.kind]) {
      case .solved: try await desk.theySay(solved: id, visit)
      case .fine: try await desk.theySay(fine: id, visit)
      case .notToday:
        try await desk.theySay(notToday: id, days: form.number(.days) ?? 0, visit)
      default: throw Problem(.invalid, said: page.words.errors.invalidText)
      }
    }
  }

  func theyTakeBack() async throws -> Answer {
    try await theirs(at: "said", .theirWordTakenBack) { visit in
      guard let word: ID<TheirWord> = form.id(.word) else {
        throw Problem(.notFound, said: page.words.errors.notFoundText)
      }
      try await desk.theyTakeBack(word, visit)
    }
  }

  /// Before anything is proven there is nothing to read.
  func theirEverything() async throws -> Answer {
    guard let visit else { return .see(.theirSide) }
    return .page(TheirSideScreen(.proven(try await desk.allOfTheirSide(visit), problem: nil)))
  }

  func theirFile() async throws -> Answer {
    guard let visit else { return .see(.theirSide) }
    return .download(
      try await desk.exportOfTheirSide(visit).json(), type: "application/json")
  }

  func theyRead() async throws -> Answer {
    let place = form.id(.post, of: Post.self).map { "post-\($0)" } ?? "between"
    return try await theirs(at: place) { visit in
      guard let post: ID<Post> = form.id(.post) else {
        throw Problem(.notFound, said: page.words.errors.notFoundText)
      }
      try await desk.theySay(
        of: post, language: form[.language].isEmpty ? nil : form[.language],
        tone: Reading.Tone(rawValue: form[.tone]),
        kinds: Set(form.all(.kind).compactMap { Reading.Kind(rawValue: $0) }), visit)
    }
  }

  /// What hangs on a post of theirs, or on one of ours that they see.
  func theirMedia() async throws -> Answer {
    guard let visit, let index = Int(try text(1)) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    let medium = try await desk.medium(of: id(), at: index, visit)
    return .download(medium.bytes, type: medium.type)
  }

  func theyAreCalled() async throws -> Answer {
    try await theirs(at: "name") { try await desk.theyAreCalled(form[.name], $0) }
  }

  func theyWish() async throws -> Answer {
    try await theirs(at: "wishes") { try await desk.theyWish(contact: form[.allowed] == "1", $0) }
  }

  func forgetForm() async throws -> Answer {
    guard let visit else { return .see(.theirSide) }
    return .page(ForgetScreen(hold: try await desk.theirSide(visit).hold))
  }

  func forgetThem() async throws -> Answer {
    guard let visit else { return .see(.theirSide) }
    do {
      try await desk.forgetThem(visit)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(
        ForgetScreen(hold: try await desk.theirSide(visit).hold, problem: problem), status: 409)
    }
    return .left(.theirSide, .theyAreForgotten)
  }

  func endVisit() async throws -> Answer {
    if let visit { try await desk.endVisit(visit) }
    return .left(.theirSide, .theirSideClosed)
  }
}
