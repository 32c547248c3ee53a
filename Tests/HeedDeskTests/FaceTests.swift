import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Pictures of other people, fetched by the desk, kept for a while, gone with whom they show.
@Suite struct FaceTests {
  private static let address = "https://fake.example/ana.png"

  private static func png(_ width: Int, _ height: Int, filling: Int = 0) -> [UInt8] {
    func four(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + four(13) + Array("IHDR".utf8)
      + four(width) + four(height) + [8, 6, 0, 0, 0] + [UInt8](repeating: 7, count: filling)
  }

  /// Somebody with a picture says something.
  private static func says(
    _ test: TestDesk, _ id: String = "q", by name: String = "ana", toUs: Bool = true,
    visibility: Visibility = .public, media: [Media] = [], picture: String? = FaceTests.address
  ) async throws -> Post {
    var post = FakeNetwork.post(
      id, "The shop.", by: name, at: test.clock.now(), toUs: toUs, visibility: visibility)
    post.author.picture = picture
    post.media = media
    try await test.hear([.post(post)])
    return try await test.post(id)
  }

  private static func answer(_ test: TestDesk, _ bytes: [UInt8], at address: String = address) {
    test.wire.on(.get, address) {
      WireResponse(
        status: 200, headers: [(name: "content-type", value: "image/png")], body: bytes,
        address: $0.address)
    }
  }

  @Test func aFaceIsFetchedOnceAndKept() async throws {
    let test = try await TestDesk()
    Self.answer(test, Self.png(80, 80))
    let id = try #require(try await Self.says(test).author)
    let desk = test.desk
    let viewer = test.observer
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 { group.addTask { try await desk.face(of: id, for: viewer).type } }
      for try await type in group { #expect(type == "image/png") }
    }
    #expect(test.wire.requests.count == 1)
    #expect(test.wire.requests.first?.maximumBytes == Desk.mostFaceBytes)
    #expect(test.media.names.count == 1)
    test.clock.advance(by: .days(8))
    try await desk.letWordsGo()
    #expect(test.media.names.isEmpty)
    _ = try await desk.face(of: id, for: viewer)
    #expect(test.wire.requests.count == 2)
  }

  @Test func aFaceGoesWithItsHandle() async throws {
    let test = try await TestDesk()
    Self.answer(test, Self.png(80, 80))
    // Otto speaks about us, Ana to us.
    _ = try await test.desk.saveTopic(nil, name: "Shop", query: "shop", by: test.lead)
    let otto = try #require(
      try await Self.says(test, "o", by: "otto", toUs: false).author)
    let ana = try #require(try await Self.says(test).author)
    for id in [otto, ana] { _ = try await test.desk.face(of: id, for: test.bruno) }
    #expect(test.media.names.count == 2)
    // His words are taken back: nothing keeps his handle.
    try await test.hear([.removed(RemoteID("o"))])
    await #expect(throws: Problem.self) { try await test.desk.face(of: otto, for: test.bruno) }
    try await test.desk.letWordsGo()
    #expect(test.media.names.count == 1)
    #expect(test.media.names.allSatisfy { $0.hasPrefix("face-\(ana)-") })
  }

  @Test func whoOnlySpokeInPrivateHasAFaceForThoseWhoAnswer() async throws {
    let test = try await TestDesk()
    Self.answer(test, Self.png(80, 80))
    let id = try #require(try await Self.says(test, visibility: .private).author)
    #expect(try await test.desk.face(of: id, for: test.bruno).type == "image/png")
    for viewer in [test.carla, test.observer] {
      let problem = await #expect(throws: Problem.self) {
        try await test.desk.face(of: id, for: viewer)
      }
      #expect(problem?.code == .notFound)
    }
  }

  @Test func whatIsNoPictureIsNoFace() async throws {
    for body in [
      Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8),
      Array("<!doctype html><script>alert(1)</script>".utf8), Array("GIF".utf8), [],
      Self.png(60_000, 60_000), Self.png(0, 10), Self.png(30_000, 10),
      [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 1],
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0],
      Array("GIF89a".utf8) + [0xFF, 0xFF, 0xFF, 0xFF],
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8)
        + [10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    ] as [[UInt8]] {
      let test = try await TestDesk()
      Self.answer(test, body)
      let id = try #require(try await Self.says(test).author)
      let problem = await #expect(throws: Problem.self) {
        try await test.desk.face(of: id, for: test.lead)
      }
      #expect(problem?.code == .unavailable)
    }
  }

  @Test func aPictureOnAPostGoesTheSameWay() async throws {
    let test = try await TestDesk()
    let address = "https://fake.example/cake.png"
    Self.answer(test, Self.png(4000, 3000), at: address)
    Self.answer(test, Array("<html>".utf8), at: address + "2")
    let post = try await Self.says(
      test,
      media: [
        Media(kind: .image, address: address), Media(kind: .image, address: address + "2"),
      ])
    for _ in 0..<3 {
      #expect(
        try await test.desk.medium(of: post.id, at: 0, for: test.observer).type == "image/png")
    }
    #expect(
      try await test.desk.medium(of: post.id, at: 1, for: test.observer).type
        == "application/octet-stream")
    #expect(test.wire.requests.count == 2)
    try await test.hear([.removed(RemoteID("q"))])
    await #expect(throws: Problem.self) {
      try await test.desk.medium(of: post.id, at: 0, for: test.observer)
    }
    try await test.desk.letWordsGo()
    #expect(test.media.names.isEmpty)
  }

  @Test func aServerThatFailsIsLeftAloneForAWhile() async throws {
    let test = try await TestDesk()
    test.wire.on(.get, Self.address, times: 1) { WireResponse(status: 500, address: $0.address) }
    Self.answer(test, Self.png(8, 8))
    let id = try #require(try await Self.says(test).author)
    for _ in 0..<5 {
      await #expect(throws: Problem.self) { try await test.desk.face(of: id, for: test.lead) }
    }
    #expect(test.wire.requests.count == 1)
    test.clock.advance(by: .minutes(61))
    #expect(try await test.desk.face(of: id, for: test.lead).type == "image/png")
  }

  @Test func aSlowHostHoldsUpItsOwnPicturesAlone() async throws {
    let wire = ScriptedWire()
    let (stream, opener) = AsyncStream.makeStream(of: Void.self)
    // Many wait for it.
    let gate = Task { for await _ in stream {} }
    wire.on(.get, "https://slow.example/*") { request in
      await gate.value
      return WireResponse(status: 200, body: [1], address: request.address)
    }
    wire.on(.get, "https://quick.example/*") { request in
      WireResponse(status: 200, body: [2], address: request.address)
    }
    let fetch = MediaFetch(wire: wire, cache: MemoryMedia(), clock: ManualClock())
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in Int64(0)..<30 {
        group.addTask {
          try await fetch.bytes(
            at: "https://slow.example/\(number).png", for: .post(ID(number), 0), most: 9)
        }
      }
      while wire.requests.count < 4 { await Task.yield() }
      #expect(
        try await fetch.bytes(at: "https://quick.example/a.png", for: .post(ID(99), 0), most: 9)
          == [2])
      #expect(wire.requests.count == 5)
      #expect(wire.requests.allSatisfy { $0.timeout <= .seconds(10) })
      opener.finish()
      for try await bytes in group { #expect(bytes == [1]) }
    }
    #expect(wire.requests.count == 31)
  }

  @Test func aPictureThatNobodyWaitsForIsNotFetched() async throws {
    let wire = ScriptedWire()
    let (gate, opener) = AsyncStream.makeStream(of: Void.self)
    wire.on(.get, "https://fake.example/held.png") { request in
      for await _ in gate {}
      return WireResponse(status: 200, body: [1], address: request.address)
    }
    wire.on(.get, "https://fake.example/*") { request in
      WireResponse(status: 200, body: [2], address: request.address)
    }
    let turns = Turns(most: 1, waiting: 9)
    let fetch = MediaFetch(wire: wire, cache: MemoryMedia(), clock: ManualClock(), turns: turns)
    func ask(_ name: String) -> Task<[UInt8], any Error> {
      Task {
        try await fetch.bytes(at: "https://fake.example/\(name)", for: .post(ID(1), 0), most: 9)
      }
    }
    let held = ask("held.png")
    while await turns.state.busy == 0 { await Task.yield() }
    let (left, stays) = (ask("a.png"), ask("b.png"))
    let leaves = ask("b.png")
    while await turns.state.waiting < 2 { await Task.yield() }
    for task in [left, leaves] { task.cancel() }
    while await turns.state.waiting > 1 { await Task.yield() }
    await #expect(throws: CancellationError.self) { try await left.value }
    opener.finish()
    #expect(try await held.value == [1])
    #expect(try await stays.value == [2])
    // It was not for want of an answer: asked again, it is fetched.
    #expect(wire.requests.count == 2)
    #expect(try await ask("a.png").value == [2])
  }

  @Test func theLeastUsedGoesWhenThereIsTooMuch() async throws {
    let clock = ManualClock()
    let media = MemoryMedia()
    let test = try await TestDesk()
    let wire = ScriptedWire()
    let fetch = MediaFetch(wire: wire, cache: media, clock: clock)
    var owners: [(MediaOwner, String)] = []
    // Three of a half of the budget each.
    for number in 0..<3 {
      let address = "https://fake.example/\(number).png"
      let post = try await Self.says(
        test, "m\(number)", media: [Media(kind: .file, address: address)])
      let owner = MediaOwner.post(post.id, 0)
      owners.append((owner, address))
      clock.advance(by: .minutes(1))
      try await media.write(
        [UInt8](repeating: 0, count: MediaFetch.budget / 2), name: owner.name(at: address),
        at: clock.now())
    }
    clock.advance(by: .minutes(1))
    _ = try await fetch.bytes(at: owners[0].1, for: owners[0].0, most: 1)
    try await fetch.clean(test.store)
    #expect(media.names == [owners[0], owners[2]].map { $0.0.name(at: $0.1) }.sorted())
  }
}
