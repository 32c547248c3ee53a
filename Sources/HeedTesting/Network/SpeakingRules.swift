import HeedModel
import HeedNetwork
import Testing

extension NetworkConformance {
  static let speaking: [Rule] = [
    Rule("what is claimed can be done") { far in
      let can = try await far.network.capabilities(of: far.account)
      if can.reply == .always || can.reply == .ifSummoned {
        #expect(far.network is any Answering)
      }
      if can.canEdit { #expect(far.network is any Editing) }
      if can.canDelete { #expect(far.network is any Deleting) }
      #expect(
        can.mediaTypes.isEmpty || far.network is any MediaTaking
          || far.network is any MediaEnclosing)
      #expect(can.mediaTypes.isEmpty == (can.mediaLimit == 0))
      #expect(!can.canEdit || !can.editTells.isEmpty, "an edit says whom it tells")
    },
    Rule("what is denied is not done", needs: [.answering]) { far in
      let can = try await far.network.capabilities(of: far.account)
      let (_, account) = try far.speaker()
      let said = try await far.say("Try me.", inReplyTo: nil)
      let message = try await far.message("Trying.")
      if !can.canEdit, let network = far.network as? any Editing {
        await #expect(throws: NetworkError.self) {
          try await network.edit(said, to: message, as: account)
        }
      }
      if can.mediaTypes.isEmpty, let network = far.network as? any MediaTaking {
        await #expect(throws: NetworkError.self) {
          try await network.upload(
            OutgoingMedia(bytes: [1], type: "image/png", alternative: "a dot", key: "m"),
            as: account)
        }
      }
    },
    Rule("a reply arrives once and as it was written", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let can = try await far.network.capabilities(of: account)
      let asked = try await far.say("How much is the bell?", inReplyTo: nil)
      var message = try await far.message(
        "Twelve, and the ringing is free. — “Zoë” & <ü> 🔔\n\nCome by!", inReplyTo: asked)
      if can.hasWarning { message.warning = "prices" }
      if can.hasLanguage { message.language = "en" }
      let sent = try await network.send(message, as: account)
      let accepted = try await far.accepted()
      let there = try #require(accepted.first)
      #expect(accepted.count == 1)
      #expect(there.text == message.text)
      #expect(there.id == sent.reference.remoteID)
      #expect(there.parent == asked.remoteID)
      #expect(there.visibility == nil || there.visibility == message.visibility)
      #expect(there.warning == message.warning)
      #expect(there.language == nil || there.language == message.language)
      if let post = sent.post { #expect(post.reference.remoteID == there.id) }
    },
    Rule("each visibility goes out as it was chosen", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let can = try await far.network.capabilities(of: account)
      let asked = try await far.say("May I ask in private?", inReplyTo: nil)
      for (number, visibility) in can.visibilities.enumerated() {
        var message = try await far.message(
          "Answer \(number).", key: "key-\(number)", inReplyTo: asked)
        message.visibility = visibility
        _ = try await network.send(message, as: account)
        #expect(try await far.accepted().last?.visibility == visibility)
      }
    },
    Rule("a picture arrives with its words", needs: [.answering]) { far in
      let (network, account) = try far.speaker()
      let can = try await far.network.capabilities(of: account)
      guard can.mediaTypes.contains("image/png") else { throw NotHere("takes no PNG") }
      let picture = OutgoingMedia(
        bytes: onePixel, type: "image/png", alternative: "A single dot", key: "medium-1")
      var message = try await far.message("Here is the dot.")
      if far.network is any MediaEnclosing {
        message.enclosed = [picture]
      } else if let media = far.network as? any MediaTaking {
        message.media = [try await media.upload(picture, as: account)]
      }
      _ = try await network.send(message, as: account)
      #expect(try await far.accepted().last?.alternatives == ["A single dot"])
    },
    Rule(
      "a thread brings what stands above and below",
      needs: [.threading]
    ) { far in
      guard let network = far.network as? any Threading else { return }
      let above = try await far.say("Above.", inReplyTo: nil)
      let middle = try await far.say("Middle.", inReplyTo: above)
      let below = try await far.say("Below.", inReplyTo: middle)
      let beside = try await far.say("Beside.", inReplyTo: above)
      let posts = try await network.thread(around: middle, as: far.account).posts
      let ids = Set(posts.map(\.reference.remoteID))
      #expect(ids.isSuperset(of: [above.remoteID, below.remoteID]))
      // Some places show only the line through the post itself.
      let ground = try await far.ground().map { [$0] } ?? []
      #expect(ids.isSubset(of: ([above, middle, below, beside] + ground).map(\.remoteID)))
      let parents = Dictionary(
        posts.map { ($0.reference.remoteID, $0.parent) }, uniquingKeysWith: { $1 })
      #expect(parents[below.remoteID] == middle.remoteID)
    },
    Rule("signing in gives what is needed to speak", needs: [.signingIn]) { far in
      let (network, _) = try far.speaker()
      let signedIn = try await far.signIn()
      #expect(!signedIn.handle.address.isEmpty)
      #expect(!signedIn.offers.isEmpty)
      #expect("\(signedIn.credentials)" == "••••", "credentials never print")
      let account = AccountAccess(
        id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
        address: signedIn.handle.address, credentials: signedIn.credentials)
      _ = try await network.send(try await far.message("Here we are."), as: account)
      #expect(try await far.accepted().map(\.text) == ["Here we are."])
    },
  ]

  /// The smallest whole picture: one transparent pixel.
  private static let onePixel: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0,
    0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41,
    0x54, 0x78, 0x9C, 0x62, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45,
    0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
