import CArgon2
import Dispatch
import HeedModel

/// Passwords as Argon2id (RFC 9106), in the encoded form that carries its own salt and costs.
public struct Passwords: Sendable {
  /// Memory in KiB, passes and lanes.
  public struct Cost: Sendable {
    var memory: UInt32
    var passes: UInt32

    /// OWASP's first choice: 19 MiB, two passes.
    public static let standard = Cost(memory: 19 * 1024, passes: 2)
    /// For tests only: as little as Argon2 allows.
    public static let least = Cost(memory: 8, passes: 1)
  }

  private let cost: Cost
  private let randomness: any Randomness
  /// Hashing takes a tenth of a second of one core and its memory: two at a time, and no more wait than get their turn
  /// while they still look at the page.
  private let turns: Turns
  /// Never on the threads that answer requests.
  private static let queue = DispatchQueue(label: "heed.passwords", attributes: .concurrent)

  init(cost: Cost, randomness: any Randomness, turns: Turns = Turns(most: 2, waiting: 60)) {
    self.cost = cost
    self.randomness = randomness
    self.turns = turns
  }

  /// A hash that no password has, as costly to check as those that `hash` makes.
  var nobody: String {
    "$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=1$"
      + String(repeating: "A", count: 22) + "$" + String(repeating: "A", count: 43)
  }

  /// - Throws: `Problem(.tooMany)` when so many wait that this one would wait too long.
  func hash(_ password: String) async throws -> String {
    let salt = randomness.bytes(16)
    let cost = cost
    return try await apart {
      let length = argon2_encodedlen(cost.passes, cost.memory, 1, 16, 32, Argon2_id)
      var encoded = [CChar](repeating: 0, count: length)
      let bytes = Array(password.utf8)
      let code = argon2id_hash_encoded(
        cost.passes, cost.memory, 1, bytes, bytes.count, salt, salt.count, 32, &encoded, length)
      guard code == ARGON2_OK.rawValue else {
        throw Problem(.broken, "The password could not be kept. Try again.")
      }
      return String(
        decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// - Throws: the same.
  func matches(_ password: String, _ encoded: String) async throws -> Bool {
    let bytes = Array(password.utf8)
    return try await apart { argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue }
  }

  private func apart<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    do {
      return try await turns.take {
        try await withCheckedThrowingContinuation { done in
          Self.queue.async { done.resume(with: Result(catching: work)) }
        }
      }
    } catch is Turns.Full {
      throw Problem(.tooMany, "Many people sign in just now. Try again in a minute.")
    }
  }

  /// What a password needs: length, as NIST SP 800-63B asks, and no rules about its letters.
  static func check(_ password: String) throws {
    guard password.count >= 10 else {
      throw Problem(
        .invalid, "Use ten characters or more. A few words in a row are fine.", field: "password")
    }
    guard password.utf8.count <= 1024 else {
      throw Problem(.invalid, "That is longer than a password can be here.", field: "password")
    }
  }
}
