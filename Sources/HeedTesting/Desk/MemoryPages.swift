import HeedModel
public import HeedNetwork
import Synchronization

/// Pages of the web as a test wrote them; any other cannot be read.
public final class MemoryPages: PageReading {
  private let pages = Mutex<[String: String]>([:])

  public init() {}

  public subscript(address: String) -> String? {
    get { pages.withLock { $0[address] } }
    set { pages.withLock { $0[address] = newValue } }
  }

  public func words(at address: String) async throws -> String {
    guard let words = self[address] else {
      throw NetworkError(.temporary, "The site was not ready (503).")
    }
    return words
  }
}
