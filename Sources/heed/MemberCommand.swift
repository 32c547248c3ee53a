import ArgumentParser
import Foundation
import HeedDesk
import HeedModel
import HeedStore
import HeedWire

struct MemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Add a member, or give one a new password.",
    subcommands: [Add.self, Reset.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a member. The password is read from standard input.")
    @OptionGroup var options: ConfigurationOptions
    @Option(help: "The name that people will know them by.") var name: String
    @Option(help: "The mail address that they sign in with.") var email: String
    @Option(help: "member, lead or observer.") var role = "member"

    func run() async throws {
      guard let role = Role(rawValue: role) else {
        throw ValidationError("A role is member, lead or observer.")
      }
      let composition = try await Composition(try await options.load())
      let member = try await composition.desk.addMember(
        name: name, email: email, password: try MemberCommand.password(), role: role)
      print("\(member.name) can sign in as \(member.email).")
      try await composition.close()
    }
  }

  struct Reset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A new password, read from standard input. Sessions and second factor end.")
    @OptionGroup var options: ConfigurationOptions
    @Option(help: "The mail address that they sign in with.") var email: String

    func run() async throws {
      let composition = try await Composition(try await options.load())
      try await composition.desk.resetMember(
        email: email, password: try MemberCommand.password())
      print("\(email) has a new password. Every session of theirs ended.")
      try await composition.close()
    }
  }

  private static func password() throws -> String {
    FileHandle.standardError.write(Data("Password: ".utf8))
    guard let password = readLine(strippingNewline: true), !password.isEmpty else {
      throw ValidationError("Give the password on standard input.")
    }
    return password
  }
}

extension Composition {
  func close() async throws {
    await wire.shutdown()
    try await database.close()
  }
}
