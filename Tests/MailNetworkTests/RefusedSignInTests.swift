import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// What a mail server says to whoever signs in: a right withdrawn, or something that passes.
@Suite struct RefusedSignInTests {
  private func heard(_ answer: String) async throws -> NetworkError? {
    let far = MailFixture()
    _ = try await far.say("Hello", inReplyTo: nil)
    far.double.fail(.refusesSignIn(answer))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.listen(to: far.source("inbox"))
    }
    if let error { far.expectSafe(error) }
    #expect(try await far.hear().posts.count == 1, "and nothing is lost by it")
    return error
  }

  @Test(arguments: [
    "NO [ALERT] Account exceeded command or bandwidth limits. (Failure)",
    "NO Server is down for maintenance", "NO [UNAVAILABLE] Temporary authentication failure.",
    "NO [INUSE] mailbox is locked", "NO [CONTACTADMIN] ask them", "NO [SERVERBUG] oops",
    "NO Authentication failed: backend cannot be reached", "NO Login failed: try later",
    "NO Authentication failed. Database connection lost", "NO", "BAD command unknown here",
    "NO Bitte warten", "NO [ALERT] We are moving", "NO Internal error, password was not looked at",
  ])
  func whatPassesNeverEndsASignIn(_ answer: String) async throws {
    #expect(try await heard(answer)?.kind == .temporary)
  }

  @Test(arguments: [
    "NO [LIMIT] wait", "NO Too many simultaneous connections", "NO [ALERT] Rate limit hit",
  ])
  func howOftenItWasAskedIsALimit(_ answer: String) async throws {
    let error = try await heard(answer)
    #expect(error?.kind == .rateLimited)
    #expect(error?.retryAfter != nil)
  }

  @Test(arguments: [
    "NO [AUTHENTICATIONFAILED] x", "NO [AUTHORIZATIONFAILED] x", "NO [EXPIRED] x",
    "NO LOGIN failed.", "NO Invalid user name or password.", "NO Authentication failed.",
    "NO AUTHENTICATE failed.", "NO [ALERT] Application-specific password required",
    "NO Invalid credentials", "NO Login incorrect", "BAD wrong password",
  ])
  func whatSpeaksOfTheRightIsARightWithdrawn(_ answer: String) async throws {
    let error = try await heard(answer)
    #expect(error?.kind == .signedOut)
    #expect(error?.certainlyNotSent == true)
  }
}
