import ArgumentParser
import Foundation
import HeedModel
import HeedNetwork
import MailNetwork

extension DeskConfiguration {
  /// The mail server that members are written to by; `nil` where none is named.
  /// - Throws: when what is named cannot work: nobody would learn of it until a mail is missed.
  func memberPost(_ connections: any Connecting) throws -> MemberPost? {
    guard !self["mail.server"].isEmpty else { return nil }
    do {
      return try MemberPost(
        MemberPost.Settings(
          server: self["mail.server"], startsPlain: try startsPlain(), user: self["mail.user"],
          password: try mailPassword(), from: self["mail.from"]), connections: connections)
    } catch let problem as Problem {
      throw ValidationError("mail.server: \(problem.text.english)")
    }
  }

  private func startsPlain() throws -> Bool? {
    switch self["mail.tls"] {
    case "": nil
    case "first": false
    case "starttls": true
    default: throw ValidationError("mail.tls is “\(self["mail.tls"])”. Write first or starttls.")
    }
  }

  /// Out of a file, so that it stands in no list of processes and in no configuration.
  private func mailPassword() throws -> String {
    let path = self["mail.password"]
    guard !path.isEmpty else {
      guard self["mail.user"].isEmpty else {
        throw ValidationError("mail.user is given, but no mail.password: name the file with it.")
      }
      return ""
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("mail.password: \(path) cannot be read.")
    }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}

/// Whether members can be written to.
struct MailCheck {
  var configuration: DeskConfiguration
  /// `nil` when no server is to be asked.
  var connections: (any Connecting)?

  func findings() async -> [Finding] {
    let subject = "mail"
    guard !configuration["mail.server"].isEmpty else {
      return [.well(subject, "No mail server is named; members are told in the desk.")]
    }
    var findings: [Finding] = []
    let password = configuration["mail.password"]
    if !password.isEmpty, FileMode(password)?.isOpenToOthers == true {
      findings.append(
        .look(subject, "\(password) can be read by others on this machine: chmod 600 \(password)"))
    }
    do {
      guard let connections,
        let post = try configuration.memberPost(connections)
      else { return findings + [.look(subject, "Its server was not asked, as you wished.")] }
      try await post.tryOut()
      findings.append(
        .well(subject, "\(configuration["mail.server"]) lets the desk in and can take mail."))
    } catch let error as NetworkError {
      findings.append(.broken(subject, error.text.english))
    } catch {
      findings.append(.broken(subject, (error as? ValidationError)?.message ?? "\(error)"))
    }
    return findings
  }
}
