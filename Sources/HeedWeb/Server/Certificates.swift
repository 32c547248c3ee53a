import Foundation
public import HeedModel
public import Logging
import NIOCore
import NIOSSL
public import ServiceLifecycle
import Synchronization

/// Keeps the certificate as its files stand: whoever renews it need not restart the desk.
///
/// The files are looked at now and then, and at once by `reload`. Each handshake takes what was read last; open
/// connections stay. What cannot be used is said in the log, and the desk goes on with what it had.
public final class Certificates: Service {
  static let look = Duration.seconds(30)

  private struct State {
    var certificate: Certificate
    /// As the files were read last, whether or not they could be used.
    var bytes: [[UInt8]]
    var warnedAt: Instant?
  }

  private let files: Certificate.Files
  private let state: Mutex<State>
  private let clock: any DeskClock
  private let logger: Logger

  /// - Throws: `Problem(.invalid)` when the files cannot be used, or not at this time.
  public init(_ files: Certificate.Files, clock: any DeskClock, logger: Logger) throws {
    let certificate = try Certificate(files)
    if let fault = certificate.fault(at: clock.now()) {
      throw Problem(.invalid, "\(files.certificate): \(fault)")
    }
    self.files = files
    self.clock = clock
    self.logger = logger
    state = Mutex(State(certificate: certificate, bytes: Self.bytes(files)))
  }

  public var current: Certificate { state.withLock { $0.certificate } }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await self.clock.sleep(for: Self.look)
        if !Task.isCancelled { self.lookAgain() }
      }
    }
  }

  /// Reads the files anew if they changed since they were read last.
  public func lookAgain() {
    let bytes = Self.bytes(files)
    if state.withLock({ $0.bytes != bytes }) { reload() }
    warn()
  }

  /// Reads the files anew.
  /// - Returns: whether the desk shows from now on what stands in them.
  @discardableResult
  public func reload() -> Bool {
    let bytes = Self.bytes(files)
    do {
      let certificate = try Certificate(files)
      if let fault = certificate.fault(at: clock.now()) {
        throw Problem(.invalid, Message(verbatim: fault))
      }
      state.withLock { $0 = State(certificate: certificate, bytes: bytes) }
      logger.notice("The certificate was read anew.")
      return true
    } catch {
      state.withLock { $0.bytes = bytes }
      // Two files are never replaced at the same instant: the next look may find both.
      logger.error(
        "The new certificate cannot be used; the desk goes on with the one that it has.",
        metadata: ["error": "\(LogText.of(error))"])
      return false
    }
  }

  private func warn() {
    let now = clock.now()
    let left: Int64? = state.withLock { state in
      let left = state.certificate.daysLeft(at: now)
      guard left < 7, state.warnedAt.map({ now - $0 >= .days(1) }) ?? true else { return nil }
      state.warnedAt = now
      return left
    }
    if let left {
      logger.error("The certificate ends soon. Renew it.", metadata: ["days": "\(left)"])
    }
  }

  private static func bytes(_ files: Certificate.Files) -> [[UInt8]] {
    [files.certificate, files.key].map { (try? Certificate.bytes($0)) ?? [] }
  }

  /// For the server: asks at each handshake which certificate stands now.
  var configuration: TLSConfiguration {
    var configuration = current.configuration
    configuration.sslContextCallback = { [self] _, answer in
      let now = current
      var override = NIOSSLContextConfigurationOverride()
      override.certificateChain = now.chain.map { .certificate($0) }
      override.privateKey = .privateKey(now.key)
      answer.succeed(override)
    }
    return configuration
  }
}
