import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct SecondFactorTests {
  /// RFC 6238, appendix B: SHA-1, whose eight digits end in these six.
  @Test(arguments: [
    (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func codesAreThoseOfTheStandard(_ seconds: Int64, _ code: String) {
    let key = Array("12345678901234567890".utf8)
    #expect(OneTimeCode.code(key: key, step: seconds / 30) == code)
    let now = Instant(seconds: seconds)
    #expect(OneTimeCode.accept(code, key: key, now: now, after: 0) == seconds / 30)
    #expect(OneTimeCode.accept(code, key: key, now: now, after: seconds / 30) == nil)
    #expect(OneTimeCode.accept(code, key: key, now: now + .seconds(30), after: 0) != nil)
    #expect(OneTimeCode.accept(code, key: key, now: now + .seconds(90), after: 0) == nil)
    #expect(OneTimeCode.accept(code + "0", key: key, now: now, after: 0) == nil)
    #expect(OneTimeCode.accept("", key: key, now: now, after: 0) == nil)
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func base32IsThatOfTheStandard(_ text: String, _ encoded: String) {
    #expect(OneTimeCode.base32(Array(text.utf8)) == encoded)
  }

  private static func turnedOn(_ test: TestDesk) async throws -> [UInt8] {
    let viewer = test.alicia
    let member = try #require(try await test.store.read { try $0.member(viewer.member) })
    let key = try test.desk.newSecondFactor(for: member)
    #expect(key.address.hasPrefix("otpauth://totp/Heed:alicia%40desk.example?secret="))
    let secret = try Vault(key: Array(repeating: 7, count: 32))
      .open(key.sealed, for: "totp:\(member.id)")
    #expect(
      await problem {
        try await test.desk.turnOnSecondFactor(sealed: key.sealed, code: "000", for: member)
      }?.code == .invalid)
    try await test.desk.turnOnSecondFactor(
      sealed: key.sealed, code: Self.code(secret, test), for: member)
    return secret
  }

  private static func code(_ secret: [UInt8], _ test: TestDesk) -> String {
    OneTimeCode.code(key: secret, step: test.clock.now().milliseconds / 30_000)
  }

  @Test func theSecondFactorIsAskedForAndItsCodeWorksOnce() async throws {
    let test = try await TestDesk()
    let secret = try await Self.turnedOn(test)
    let used = Self.code(secret, test)
    func half() async throws -> LetIn {
      try await test.desk.signIn(
        email: "alicia@desk.example", password: TestDesk.password, from: "192.0.2.1")
    }
    let first = try await half()
    #expect(first.session.awaitsSecondFactor)
    // The code that turned it on is used up.
    #expect(
      await problem {
        _ = try await test.desk.confirm(code: used, session: first.session, from: "192.0.2.1")
      }?.code == .invalid)
    test.pass(.seconds(30))
    let code = Self.code(secret, test)
    let second = try await half()
    let results = await withTaskGroup(of: LetIn?.self) { group in
      for session in [first.session, second.session] {
        group.addTask {
          try? await test.desk.confirm(code: code, session: session, from: "192.0.2.1")
        }
      }
      return await group.reduce(into: [LetIn]()) { if let letIn = $1 { $0.append(letIn) } }
    }
    #expect(results.count == 1)
    let letIn = try #require(results.first)
    // The half session's token is worth nothing, before and after.
    #expect(letIn.token != first.token && letIn.token != second.token)
    let found = try #require(try await test.desk.session(token: letIn.token))
    #expect(!found.session.awaitsSecondFactor)
  }

  @Test func aHalfSessionIsOverAfterTenMinutes() async throws {
    let test = try await TestDesk()
    _ = try await Self.turnedOn(test)
    let half = try await test.desk.signIn(
      email: "alicia@desk.example", password: TestDesk.password, from: "192.0.2.1")
    test.pass(.minutes(10))
    #expect(try await test.desk.session(token: half.token) == nil)
  }

  @Test func codesAreTriedTenTimesAtTheMostFromWherever() async throws {
    let test = try await TestDesk()
    _ = try await Self.turnedOn(test)
    let half = try await test.desk.signIn(
      email: "alicia@desk.example", password: TestDesk.password, from: "192.0.2.1")
    var codes: [Problem.Code] = []
    for number in 0..<30 {
      let told = await problem {
        _ = try await test.desk.confirm(
          code: "12", session: half.session, from: "192.0.2.\(number)")
      }
      codes.append(try #require(told?.code))
    }
    #expect(codes.filter { $0 == .invalid }.count == SignInThrottle.codes)
    #expect(codes.last == .tooMany)
  }

  @Test func turningItOffTakesThePassword() async throws {
    let test = try await TestDesk()
    _ = try await Self.turnedOn(test)
    let viewer = test.alicia
    let member = try #require(try await test.store.read { try $0.member(viewer.member) })
    #expect(member.secondFactor)
    #expect(
      await problem {
        try await test.desk.turnOffSecondFactor(password: "no", for: member, from: "192.0.2.1")
      }?.code == .invalid)
    try await test.desk.turnOffSecondFactor(
      password: TestDesk.password, for: member, from: "192.0.2.1")
    #expect(
      try await test.store.read { try $0.member(viewer.member)?.secondFactor } == false)
  }
}
