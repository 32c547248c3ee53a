import HeedModel
import HeedNetwork
import Testing

/// The one exactly-once rule, as far as a network has to keep it.
extension NetworkConformance {
  static let doubt: [Rule] = [
    Rule("a failed send tells the truth about itself", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let faults: [NetworkFault] = [
        .cutBeforeAccepting, .cutAfterAccepting, .errorAfterAccepting, .temporarilyDown,
        .rateLimited(.seconds(30)),
      ]
      for (number, fault) in faults.enumerated() {
        do { try await far.strike(fault, on: .sending) } catch is NotHere { continue }
        let before = try await far.accepted().count
        let message = try await far.message("Try \(number).", key: "key-\(number)")
        let error = await #expect(throws: NetworkError.self, "\(fault)") {
          try await network.send(message, as: account)
        }
        let accepted = try await far.accepted().count - before
        #expect(accepted == (fault.accepts ? 1 : 0), "the fixture: \(fault)")
        #expect(accepted == 0 || error?.certainlyNotSent == false, "\(fault) arrived")
        #expect(error?.kind != .signedOut, "\(fault)")
        if let error { far.checkSafe(error) }
      }
    },
    Rule("after a cut, what arrived is never called absent", needs: [.answering]) {
      far in
      let (network, account) = try far.speaker()
      let asked = try await far.say("Did you get that?", inReplyTo: nil)
      try await far.strike(.cutAfterAccepting, on: .sending)
      let message = try await far.message("We did.", inReplyTo: asked)
      await #expect(throws: NetworkError.self) {
        try await network.send(message, as: account)
      }
      let accepted = try await far.accepted()
      switch try await network.find(message, as: account) {
      case .there(let sent): #expect(sent.reference.remoteID == accepted.first?.id)
      case .cannotTell: break
      case .absent: Issue.record("it is there, and was called absent")
      }
    },
    Rule("after a cut, what did not arrive is never called there", needs: [.answering]) {
      far in
      let (network, account) = try far.speaker()
      let asked = try await far.say("Did you get that?", inReplyTo: nil)
      // Nearly the same words, said before, are not this message.
      _ = try await network.send(
        try await far.message("We did, yes.", key: "key-0", inReplyTo: asked), as: account)
      try await far.strike(.cutBeforeAccepting, on: .sending)
      let message = try await far.message("We did.", inReplyTo: asked)
      await #expect(throws: NetworkError.self) {
        try await network.send(message, as: account)
      }
      if case .there = try await network.find(message, as: account) {
        Issue.record("it is not there, and was called there")
      }
    },
    Rule("an honoured key makes one post of two tries", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      guard try await network.capabilities(of: account).keyLife != nil else {
        throw NotHere("keys are not honoured")
      }
      let message = try await far.message("Once.")
      let first = try await network.send(message, as: account)
      let second = try await network.send(message, as: account)
      #expect(first.reference.remoteID == second.reference.remoteID)
      #expect(try await far.accepted().count == 1)

      let other = try await far.message("Once more.", key: "key-2")
      try await far.strike(.cutAfterAccepting, on: .sending)
      await #expect(throws: NetworkError.self) { try await network.send(other, as: account) }
      _ = try await network.send(other, as: account)
      #expect(try await far.accepted().filter { $0.text == "Once more." }.count == 1)
    },
    Rule("two keys make two posts of the same words", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      for key in ["key-1", "key-2"] {
        _ = try await network.send(try await far.message("Thank you!", key: key), as: account)
      }
      #expect(try await far.accepted().count == 2)
    },
  ]
}
