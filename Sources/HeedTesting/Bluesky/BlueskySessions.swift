import Foundation
import HeedModel
import HeedNetwork

extension BlueskyDouble {
  /// What a request may do.
  struct Right {
    var did: String
    var forMessages: Bool
  }

  /// Whose right a request carries: a session's token alone, or one that is bound to a key, with its proof.
  func signedIn(_ asked: BlueskyAsked, _ state: inout State) throws -> Right {
    guard let header = asked.header("Authorization") else {
      throw BlueskyAnswer(401, "AuthMissing", "Authentication Required")
    }
    if header.hasPrefix("DPoP ") {
      return try bound(String(header.dropFirst(5)), asked, &state)
    }
    guard let token = state.world.tokens[String(header.dropFirst("Bearer ".count))],
      token.kind == .access
    else { throw BlueskyAnswer(401, "InvalidToken", "Token could not be verified") }
    guard !token.isOver else { throw BlueskyAnswer(400, "ExpiredToken", "Token has expired") }
    return Right(did: token.did, forMessages: token.forMessages)
  }

  func createSession(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    let body = try Self.body(asked)
    let person = state.world.person(body["identifier"] as? String ?? "")
    guard let password = (body["password"] as? String).flatMap({ state.world.passwords[$0] }),
      let person, password.did == person.did
    else {
      throw BlueskyAnswer(401, "AuthenticationRequired", "Invalid identifier or password")
    }
    return session(person, password.forMessages, &state)
  }

  /// A refresh token works once.
  func refreshSession(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    let given = String((asked.header("Authorization") ?? "").dropFirst("Bearer ".count))
    guard let token = state.world.tokens[given], token.kind == .refresh,
      let person = state.world.people[token.did]
    else { throw BlueskyAnswer(400, "ExpiredToken", "Token has been revoked") }
    state.world.tokens[given] = nil
    return session(person, token.forMessages, &state)
  }

  private func session(
    _ person: BlueskyWorld.Person, _ forMessages: Bool, _ state: inout State
  ) -> BlueskyAnswer {
    let access = "access-" + BlueskyWorld.letters(UInt64(state.world.next()) &* 0x9E37_79B9, 24)
    let refresh = "refresh-" + BlueskyWorld.letters(UInt64(state.world.next()) &* 0x9E37_79B9, 24)
    state.world.tokens[access] = .init(did: person.did, kind: .access, forMessages: forMessages)
    state.world.tokens[refresh] = .init(did: person.did, kind: .refresh, forMessages: forMessages)
    return BlueskyAnswer([
      "did": .text(person.did), "handle": .text(person.handle), "accessJwt": .text(access),
      "refreshJwt": .text(refresh), "active": true,
    ])
  }
}
