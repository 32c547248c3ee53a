import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Where a place keeps no keys, what stood there before the first attempt is none of its outcomes, however often a desk is
/// started anew.
@Suite struct StoodBeforeTests {
  @Test(arguments: [FarSide.Fate.lostBefore, .lostAfter, .acceptedLater(.seconds(8))])
  func theSameWordsOfAMomentBeforeAreNotTakenForAReply(_ fate: FarSide.Fate) async throws {
    let test = try await TestDesk(seed: 77_030, keyLife: nil)
    let conversation = try await test.says("Are you open?", id: "a", by: "ana")
    // Somebody of us says it there by hand.
    test.far.comesLater(
      OutgoingMessage(
        key: "by hand", text: "Yes.", inReplyTo: RemoteReference(remoteID: RemoteID("a")),
        firstTriedAt: test.clock.now()), in: .zero)
    test.pass(.minutes(20))
    let id = try await test.write("Yes.", in: conversation)
    test.pass(.seconds(11))
    test.far.plan([fate])
    try await Deliveries(test).look()
    #expect(try await test.reply(id).delivery.stoodBefore == "1")
    // Another process looks what became of it.
    let last = Deliveries(test, test.another(seed: 5))
    try await last.look(isStart: true)
    try await last.settle(within: .hours(1))
    #expect(test.texts() == ["Yes.", "Yes."])
    #expect(try await test.reply(id).delivery.status == .delivered)
  }

  /// Who has it sent once more, having looked, begins anew: what stands there by then is not this attempt.
  @Test func aReplyThatIsTriedAgainByAPersonIsMarkedAnew() async throws {
    let test = try await TestDesk(seed: 77_031, keyLife: nil)
    let conversation = try await test.says("Are you open?", id: "a", by: "ana")
    let other = try await test.says("And on Sundays?", id: "b", by: "rui")
    let reply = try await test.write("Yes.", in: conversation)
    test.pass(.seconds(11))
    test.far.plan([.refused(.refused)])
    try await Deliveries(test).look()
    #expect(try await test.reply(reply).delivery.status == .failed)
    _ = try await test.write("No.", in: other)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    try await test.desk.retry(reply, by: test.alicia)
    try await Deliveries(test).settle()
    let delivery = try await test.reply(reply).delivery
    #expect(delivery.status == .delivered && delivery.stoodBefore == "1")
  }
}
