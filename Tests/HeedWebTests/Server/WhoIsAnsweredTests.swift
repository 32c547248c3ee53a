import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// In a thread of many a member says which post they answer, and nothing changes that under their hands.
@Suite struct WhoIsAnsweredTests {
  @Test func everyPostOfOthersCanBeChosen() async throws {
    let web = try await WebDesk()
    let (talk, ana, ben) = try await web.twoAsk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let page = try await carla.get("/conversations/\(talk)").text
      #expect(page.contains(answers(ana)))
      #expect(page.contains("Ana has waited"))
      let choose = "/conversations/\(talk)?at=\(ben)"
      #expect(page.contains("href=\"\(choose)#composer-text\">Answer this"))
      #expect(!page.contains("?at=\(ana)#composer-text"))

      let chosen = try await carla.get(choose).text
      #expect(chosen.contains(answers(ben)))
      #expect(chosen.contains("You answer Ben."))
      #expect(!chosen.contains("has waited"))
      #expect(chosen.contains("?at=\(ana)#composer-text"))
    }
  }

  @Test func aDraftIsStillWrittenToWhomItWasBegunFor() async throws {
    let web = try await WebDesk()
    let (talk, ana, ben) = try await web.twoAsk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let draft: [(FieldName, String)] = [(.text, "Those too, Ben."), (.answering, "\(ben)")]
      _ = try await carla.post(.saveDraft(talk), draft)
      #expect(try await carla.get("/conversations/\(talk)").text.contains(answers(ben)))
      #expect(
        try await carla.get("/conversations/\(talk)?at=\(ana)").text.contains(answers(ana)))

      // What is refused stays an answer to the same post.
      let refused = try await carla.post(.send(talk), [(.text, " "), (.answering, "\(ben)")])
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains(answers(ben)))

      // And so does what comes back as a draft.
      _ = try await carla.post(.send(talk), draft)
      let sent = try await web.desk.conversation(talk, for: web.nora).replies.last
      #expect(sent?.inReplyTo == ben)
      _ = try await carla.post(.takeBack(try #require(sent).id), [])
      let back = try await carla.get("/conversations/\(talk)").text
      #expect(back.contains("Those too, Ben."))
      #expect(back.contains(answers(ben)))
    }
  }

  @Test func whoseWordsAreGoneIsNobodyToAnswer() async throws {
    let web = try await WebDesk()
    let (talk, ana, ben) = try await web.twoAsk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      _ = try await carla.post(.saveDraft(talk), [(.text, "Those too."), (.answering, "\(ben)")])
      try await web.test.hear([.removed(RemoteID("m2"))])
      let page = try await carla.get("/conversations/\(talk)").text
      #expect(page.contains("Those too."))
      #expect(page.contains(answers(ana)))
      #expect(!page.contains("?at=\(ben)#composer-text"))
    }
  }

  private func answers(_ post: ID<Post>) -> String {
    "name=\"answering\" value=\"\(post)\""
  }
}

extension WebDesk {
  /// Ana asks in the open, and Ben below her.
  fileprivate func twoAsk() async throws -> (ID<Conversation>, ID<Post>, ID<Post>) {
    let talk = try await test.says("From when?", id: "m1", by: "ana")
    test.clock.advance(by: .minutes(1))
    #expect(
      try await test.says("With repairs?", id: "m2", by: "ben", parent: RemoteID("m1")) == talk)
    test.clock.advance(by: .minutes(1))
    return (talk, try await test.post("m1").id, try await test.post("m2").id)
  }
}
