import Foundation

/// Processor time of this thread: what others do on the machine does not count.
enum CPU {
  static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = nanoseconds()
    try body()
    return Double(nanoseconds() - start) / 1e9
  }

  /// What one reading of the clock takes, to be taken off what is measured by two.
  static let overhead: UInt64 = {
    let times = (0..<1_000).map { _ in
      let start = nanoseconds()
      return nanoseconds() - start
    }
    return times.sorted()[500]
  }()
}

enum Memory {
  /// Memory of this process that is in use, in bytes; 0 where the system does not tell.
  static func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
