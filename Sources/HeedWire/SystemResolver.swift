import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Asks the system (`getaddrinfo`), so that its hosts file and search domains hold.
public struct SystemResolver: NameResolver {
  // A name server that does not answer blocks a thread for half a minute. Sixteen keep one dead
  // zone from holding up the others.
  private static let threads: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 16)
    pool.start()
    return pool
  }()

  public init() {}

  public func addresses(of name: String, within limit: Duration) async throws -> [IPAddress] {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let promise = loop.makePromise(of: [IPAddress].self)
    let given = Given()
    let timer = loop.scheduleTask(in: TimeAmount(limit)) {
      given.up()
      promise.fail(ResolvingFault.timeout)
    }
    promise.futureResult.whenComplete { _ in timer.cancel() }
    Self.threads.submit { state in
      guard case .active = state, !given.isUp else { return }
      do { promise.succeed(try Self.ask(name)) } catch { promise.fail(error) }
    }
    return try await withTaskCancellationHandler {
      try await promise.futureResult.get()
    } onCancel: {
      given.up()
      promise.fail(CancellationError())
    }
  }

  private static func ask(_ name: String) throws -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(name, nil, &hints, &found)
    guard code == 0 else { throw code == EAI_AGAIN ? ResolvingFault.timeout : .unknown }
    defer { freeaddrinfo(found) }
    var addresses: [IPAddress] = []
    var next = found
    while let entry = next?.pointee {
      next = entry.ai_next
      guard let socket = entry.ai_addr else { continue }
      let bytes = UnsafeRawPointer(socket)
      let address: IPAddress
      switch entry.ai_family {
      case AF_INET:
        // Family and port come first; after them IPv4 has its address, IPv6 its flow and then its address. By place and
        // not by name: which module owns the names depends on which was built first.
        address = .v4(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
      case AF_INET6:
        address = .v6(
          high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
          low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
      default: continue
      }
      if !addresses.contains(address) { addresses.append(address) }
    }
    return addresses
  }

  private final class Given: Sendable {
    private let flag = Atomic(false)
    var isUp: Bool { flag.load(ordering: .relaxed) }
    func up() { flag.store(true, ordering: .relaxed) }
  }
}
