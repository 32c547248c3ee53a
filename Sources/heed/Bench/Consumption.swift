import Foundation

/// What this process used so far.
struct Consumption {
  /// Seconds of processor time, the system's part included.
  var processor: Double
  var wall: Double
  /// Mebibytes in memory.
  var memory: Double
  /// The most that it ever had.
  var mostMemory: Double

  static func now() -> Consumption {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return Consumption(
      processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wall: ProcessInfo.processInfo.systemUptime, memory: mebibytes("VmRSS", in: status),
      mostMemory: mebibytes("VmHWM", in: status))
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }

  private static func mebibytes(_ name: String, in status: String) -> Double {
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return (Double(number ?? "") ?? 0) / 1_024
  }
}
