import HeedModel
import HeedNetwork
import Testing

extension NetworkConformance {
  static let failing: [Rule] = [
    Rule("too many requests says when to come again") { far in
      try await far.strike(.rateLimited(.seconds(30)), on: .listening)
      let source = try far.source
      let error = await #expect(throws: NetworkError.self) {
        try await far.network.listen(to: source)
      }
      #expect(error?.kind == .rateLimited)
      #expect(error?.retryAfter.map { (.seconds(1) ... .seconds(60)).contains($0) } == true)
      if let error { far.checkSafe(error) }
    },
    Rule("a limit until an instant is measured by the place's own clock") { far in
      try await far.strike(.rateLimitedUntil(.seconds(30)), on: .listening)
      let source = try far.source
      let error = await #expect(throws: NetworkError.self) {
        try await far.network.listen(to: source)
      }
      #expect(error?.kind == .rateLimited)
      #expect(error?.retryAfter == .seconds(30))
    },
    Rule("a stranger's page in place of an answer takes nothing away", needs: [.rechecking]) {
      far in
      guard let network = far.network as? any Rechecking else { return }
      let said = try await far.say("Still there.", inReplyTo: nil)
      let heard = try await far.hearAll(try far.source).events.posts.last {
        $0.reference.remoteID == said.remoteID
      }
      let post = heard?.reference ?? said
      for strikes in 1...3 {
        for _ in 0..<strikes { try await far.strike(.strangersMissing, on: .rechecking) }
        let events = (try? await network.recheck([post], as: far.account)) ?? []
        #expect(!events.contains(.removed(post.remoteID)), "it stands there still")
      }
    },
    Rule("too many messages says when to come again", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let message = try await far.message("Hello.")
      try await far.strike(.rateLimited(.seconds(30)), on: .sending)
      let error = await #expect(throws: NetworkError.self) {
        try await network.send(message, as: account)
      }
      #expect(error?.kind == .rateLimited)
      #expect(error?.retryAfter.map { (.seconds(1) ... .seconds(60)).contains($0) } == true)
      #expect(error?.certainlyNotSent == true)
      #expect(try await far.accepted().isEmpty)
    },
    Rule("a place that is down for a while is not a withdrawn right") { far in
      let source = try far.source
      try await far.strike(.temporarilyDown, on: .listening)
      let error = await #expect(throws: NetworkError.self) {
        try await far.network.listen(to: source)
      }
      #expect(error?.kind == .temporary)
      if let error { far.checkSafe(error) }
      _ = try await far.say("Back again.", inReplyTo: nil)
      #expect(try await !far.hearAll(source).events.isEmpty)
    },
    Rule("a withdrawn right is said as such", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let message = try await far.message("Are we still welcome?")
      try await far.withdrawRight()
      let error = await #expect(throws: NetworkError.self) {
        try await network.send(message, as: account)
      }
      #expect(error?.kind == .signedOut)
      if let error { far.checkSafe(error) }
      #expect(try await far.accepted().isEmpty)
    },
    Rule("nothing that passes is taken for a withdrawn right") { far in
      let passing: [NetworkFault] = [
        .temporarilyDown, .strangersPage, .rateLimited(.seconds(5)), .cutBeforeAccepting,
      ]
      let source = try far.sources.first { $0.account != nil } ?? far.source
      var struck = 0
      for fault in passing {
        do {
          try await far.strike(fault, on: .listening)
        } catch is NotHere {
          continue
        }
        struck += 1
        do {
          _ = try await far.network.listen(to: source)
        } catch let error as NetworkError {
          #expect(error.kind != .signedOut, "\(fault) was taken for a withdrawn right")
          far.checkSafe(error)
        }
      }
      guard struck > 0 else { throw NotHere("no fault that passes") }
    },
    Rule("no message is given up for a right that still holds", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let passing: [NetworkFault] = [
        .temporarilyDown, .strangersPage, .rateLimited(.seconds(5)), .cutBeforeAccepting,
      ]
      for (number, fault) in passing.enumerated() {
        let message = try await far.message("Number \(number).", key: "passing-\(number)")
        do {
          try await far.strike(fault, on: .sending)
        } catch is NotHere {
          continue
        }
        do {
          _ = try await network.send(message, as: account)
        } catch let error as NetworkError {
          #expect(error.kind != .signedOut, "\(fault) was taken for a withdrawn right")
          far.checkSafe(error)
        }
      }
    },
    Rule("a withdrawn right is noticed by listening, and stays said") { far in
      guard let source = far.sources.first(where: { $0.account != nil }) else {
        throw NotHere("nothing is heard with an account's right")
      }
      _ = try await far.say("Before.", inReplyTo: nil)
      _ = try await far.network.listen(to: source)
      try await far.withdrawRight()
      for _ in 0..<2 {
        let error = await #expect(throws: NetworkError.self) {
          try await far.network.listen(to: source)
        }
        #expect(error?.kind == .signedOut)
        if let error { far.checkSafe(error) }
      }
    },
    Rule("what is gone is said to be gone", needs: [.threading]) { far in
      guard let network = far.network as? any Threading else { return }
      let said = try await far.say("Soon gone.", inReplyTo: nil)
      try await far.remove(said)
      do {
        let posts = try await network.thread(around: said, as: far.account).posts
        #expect(!posts.contains { $0.text.plain.contains("Soon gone.") })
      } catch let error as NetworkError {
        #expect(error.kind == .gone)
        far.checkSafe(error)
      }
    },
  ]
}
