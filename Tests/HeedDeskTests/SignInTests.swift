import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct SignInTests {
  private static func signIn(
    _ test: TestDesk, _ email: String = "alicia@desk.example",
    _ password: String = TestDesk.password, from address: String = "192.0.2.1"
  ) async -> (LetIn?, Problem?) {
    do {
      return (try await test.desk.signIn(email: email, password: password, from: address), nil)
    } catch {
      return (nil, error as? Problem)
    }
  }

  @Test func aMemberIsLetInWhateverTheCaseOfTheirAddress() async throws {
    let test = try await TestDesk()
    let letIn = try #require(await Self.signIn(test, "ALICIA@Desk.example").0)
    let found = try #require(try await test.desk.session(token: letIn.token))
    #expect(found.member.id == test.alicia.member)
    #expect(!found.session.awaitsSecondFactor)
  }

  @Test func aWrongPasswordAndAnUnknownNameAreToldTheSame() async throws {
    let test = try await TestDesk()
    let wrong = await Self.signIn(test, "alicia@desk.example", "not this one").1
    let unknown = await Self.signIn(test, "nobody@desk.example").1
    #expect(wrong?.code == .invalid)
    #expect(wrong?.text == unknown?.text)
    #expect(wrong?.field == unknown?.field)
  }

  @Test func anUnknownNameTakesTheWorkOfAKnownOne() async throws {
    // Argon2 as dear as it has to be to stand out from everything else.
    let passwords = Passwords(
      cost: Passwords.Cost(memory: 64 * 1024, passes: 2), randomness: SeededRandomness())
    let hash = try await passwords.hash(TestDesk.password)
    let clock = ContinuousClock()
    func time(_ hash: String) async -> Duration {
      var best = Duration.seconds(60)
      for _ in 0..<3 {
        best = min(
          best, await clock.measure { #expect((try? await passwords.matches("no", hash)) == false) }
        )
      }
      return best
    }
    let known = await time(hash)
    let unknown = await time(passwords.nobody)
    #expect(unknown > known / 10)
    #expect(known > unknown / 10)
    // What cannot be read as a hash costs nothing: the measure can fail.
    #expect(await time("$argon2id$v=19$m=1$") < known / 10)
  }

  @Test func twentyFiveTriesInFiveMinutesAreCheckedAndNoMore() async throws {
    let test = try await TestDesk()
    for _ in 0..<25 { #expect(await Self.signIn(test, "x@y.z", "no").1?.code == .invalid) }
    for _ in 0..<100 { #expect(await Self.signIn(test, "x@y.z", "no").1?.code == .tooMany) }
    // The right password from there is not tried either; from anywhere else it is.
    #expect(await Self.signIn(test).1?.code == .tooMany)
    #expect(await Self.signIn(test, from: "198.51.100.7").0 != nil)
    test.pass(.minutes(5))
    #expect(await Self.signIn(test).0 != nil)
  }

  @Test func tenThousandTriesFromManyPlacesLockNobodyOut() async throws {
    let throttle = SignInThrottle()
    let now = Instant(seconds: 1_778_000_000)
    var admitted = 0
    for number in 0..<10_000 {
      // Four hundred addresses of one household.
      let address = "2001:db8:0:1::\(String(number % 400, radix: 16))"
      let moment = now + .milliseconds(Int64(number) * 30)
      if (try? await throttle.admit(address, now: moment)) != nil { admitted += 1 }
    }
    #expect(admitted == 25)
    try await throttle.admit("2001:db8:0:2::1", now: now + .minutes(4))
  }

  @Test(arguments: [
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ("2001:0DB8:0001:2::", "2001:db8:1:2::/64"), ("::1", "0:0:0:0::/64"),
    ("fe80::1%eth0", "fe80:0:0:0::/64"), ("192.0.2.1", "192.0.2.1"),
    ("::ffff:192.0.2.1", "192.0.2.1"), ("0:0:0:0:0:FFFF:192.0.2.1", "192.0.2.1"),
  ])
  func anAddressCountsWithItsNetwork(_ address: String, _ key: String) {
    #expect(SignInThrottle.key(address) == key)
  }

  @Test func aClockSetBackLocksNobodyOut() async throws {
    let throttle = SignInThrottle()
    let now = Instant(seconds: 1_778_000_000)
    for _ in 0..<25 { try await throttle.admit("192.0.2.1", now: now + .hours(24)) }
    try await throttle.admit("192.0.2.1", now: now)
  }

  @Test func eachSignInHasATokenOfItsOwn() async throws {
    let test = try await TestDesk()
    let one = try #require(await Self.signIn(test).0)
    let other = try #require(await Self.signIn(test).0)
    #expect(one.token != other.token)
    // 256 bits in hexadecimal, of which the record holds only the hash.
    #expect(one.token.count == 64)
    #expect(one.session.tokenHash == Vault.hash(one.token))
    #expect(try await test.desk.session(token: String(one.token.reversed())) == nil)
    #expect(try await test.desk.session(token: "") == nil)
  }

  @Test func aSessionEndsByItselfUnlessItIsUsed() async throws {
    let test = try await TestDesk()
    let letIn = try #require(await Self.signIn(test).0)
    for _ in 0..<4 {
      test.pass(.days(20))
      #expect(try await test.desk.session(token: letIn.token) != nil)
    }
    test.pass(.days(30) + .seconds(1))
    #expect(try await test.desk.session(token: letIn.token) == nil)
  }

  @Test func signingOutEndsThatSessionAlone() async throws {
    let test = try await TestDesk()
    let one = try #require(await Self.signIn(test).0)
    let other = try #require(await Self.signIn(test).0)
    try await test.desk.signOut(one.session)
    #expect(try await test.desk.session(token: one.token) == nil)
    #expect(try await test.desk.session(token: other.token) != nil)
  }

  @Test func aNewPasswordEndsEveryOtherSession() async throws {
    let test = try await TestDesk()
    let here = try #require(await Self.signIn(test).0)
    let there = try #require(await Self.signIn(test).0)
    func change(_ old: String, _ new: String) async -> Problem? {
      await problem {
        try await test.desk.changePassword(
          from: old, to: new, session: here.session, address: "192.0.2.1")
      }
    }
    #expect(await change("wrong", "a new long password")?.code == .invalid)
    #expect(await change(TestDesk.password, "short")?.code == .invalid)
    #expect(try await test.desk.session(token: there.token) != nil)
    #expect(await change(TestDesk.password, "a new long password") == nil)
    #expect(try await test.desk.session(token: here.token) != nil)
    #expect(try await test.desk.session(token: there.token) == nil)
    #expect(await Self.signIn(test).1?.code == .invalid)
    #expect(await Self.signIn(test, "alicia@desk.example", "a new long password").0 != nil)
  }

  @Test func aResetEndsEverySessionAndTheSecondFactor() async throws {
    let test = try await TestDesk()
    let letIn = try #require(await Self.signIn(test).0)
    try await test.desk.resetMember(
      email: "Alicia@desk.example", password: "a new long password")
    #expect(try await test.desk.session(token: letIn.token) == nil)
    #expect(await Self.signIn(test, "alicia@desk.example", "a new long password").0 != nil)
  }

  @Test func whoLeftIsOut() async throws {
    let test = try await TestDesk()
    let letIn = try #require(await Self.signIn(test).0)
    try await test.desk.leave(test.alicia.member, by: test.lead)
    #expect(try await test.desk.session(token: letIn.token) == nil)
    #expect(await Self.signIn(test).1?.code == .invalid)
  }

  /// A flood of sign-ins takes no thread for each, and whoever cannot get a turn soon is told so.
  @Test func whereManySignInAtOnceTheLastAreToldToComeBack() async throws {
    let turns = Turns(most: 1, waiting: 2)
    let passwords = Passwords(cost: .least, randomness: SeededRandomness(), turns: turns)
    let hash = try await passwords.hash(TestDesk.password)
    let (gate, opener) = AsyncStream.makeStream(of: Void.self)
    async let held: Void = turns.take { for await _ in gate {} }
    while await turns.state.busy == 0 { await Task.yield() }
    async let first = passwords.matches(TestDesk.password, hash)
    async let second = passwords.matches("no", hash)
    while await turns.state.waiting < 2 { await Task.yield() }
    let refused = await problem { _ = try await passwords.matches(TestDesk.password, hash) }
    #expect(refused?.code == .tooMany)
    #expect(await problem { _ = try await passwords.hash("another password") }?.code == .tooMany)
    opener.finish()
    try await held
    let (isFirstRight, isSecondRight) = try await (first, second)
    #expect(isFirstRight)
    #expect(!isSecondRight)
    #expect(await turns.state == (0, 0))
  }

  @Test func passwordsWorkAtTheirFullLengthAndInAnyScript() async throws {
    let passwords = Passwords(cost: .least, randomness: SeededRandomness())
    for password in ["пароль-довгий", String(repeating: "a", count: 1024), "ten chars!"] {
      try Passwords.check(password)
      let hash = try await passwords.hash(password)
      #expect(hash.hasPrefix("$argon2id$v=19$"))
      #expect(try await passwords.matches(password, hash))
      #expect(try await !passwords.matches(password + "x", hash))
      #expect(try await !passwords.matches(String(password.dropLast()), hash))
    }
    #expect(throws: Problem.self) { try Passwords.check(String(repeating: "a", count: 1025)) }
  }
}
