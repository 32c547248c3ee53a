import HeedModel
import HeedNetwork
import Testing

extension NetworkConformance {
  static let changing: [Rule] = [
    Rule("our own words can be changed in place", needs: [.editing]) { far in
      let (network, account) = try far.speaker()
      guard let editing = far.network as? any Editing,
        try await far.network.capabilities(of: account).canEdit
      else { throw NotHere("no edits") }
      let sent = try await network.send(
        try await far.message("We open at nein."), as: account)
      let changed = try await far.message("We open at nine.", key: "key-2")
      _ = try await editing.edit(sent.reference, to: changed, as: account)
      _ = try await editing.edit(sent.reference, to: changed, as: account)
      #expect(try await far.accepted().map(\.text) == ["We open at nine."])
    },
    Rule("words of warning are changed and taken away with an edit", needs: [.editing]) { far in
      let (network, account) = try far.speaker()
      let can = try await far.network.capabilities(of: account)
      guard let editing = far.network as? any Editing, can.canEdit else {
        throw NotHere("no edits")
      }
      guard can.hasWarning else { throw NotHere("no words of warning") }
      var message = try await far.message("Twelve euros.")
      message.warning = "prices"
      let sent = try await network.send(message, as: account)
      // The words stay as they were: a warning alone is a change.
      for (number, warning) in ["prices of bells", nil].enumerated() {
        var changed = try await far.message("Twelve euros.", key: "key-\(number + 2)")
        changed.warning = warning
        let edited = try await editing.edit(sent.reference, to: changed, as: account)
        if let post = edited.post { #expect(post.warning == warning) }
        let there = try await far.accepted()
        #expect(there.map(\.text) == ["Twelve euros."])
        #expect((there.first?.warning ?? "") == warning ?? "")
      }
    },
    Rule("our own words can be taken away, twice too", needs: [.deleting]) { far in
      let (network, account) = try far.speaker()
      guard let deleting = far.network as? any Deleting,
        try await far.network.capabilities(of: account).canDelete
      else { throw NotHere("no deletion") }
      let sent = try await network.send(try await far.message("Never mind."), as: account)
      try await deleting.delete(sent.reference, as: account)
      try await deleting.delete(sent.reference, as: account)
      #expect(try await far.accepted().isEmpty)
    },
    Rule("changing what is gone says so", needs: [.editing, .deleting]) {
      far in
      let (network, account) = try far.speaker()
      guard let editing = far.network as? any Editing,
        let deleting = far.network as? any Deleting,
        try await far.network.capabilities(of: account).canEdit
      else { throw NotHere("no edits") }
      let sent = try await network.send(try await far.message("Never mind."), as: account)
      try await deleting.delete(sent.reference, as: account)
      let error = await #expect(throws: NetworkError.self) {
        try await editing.edit(
          sent.reference, to: try await far.message("After all.", key: "key-2"), as: account)
      }
      #expect(error?.kind == .gone || error?.kind == .refused)
    },
  ]
}
