import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct SettingsTests {
  @Test func whatSomebodyElseChangedMeanwhileStays() async throws {
    let test = try await TestDesk()
    // One lead's form was opened before the other's was saved.
    let opened = try await test.desk.settings()
    try await test.desk.changeSettings(by: test.lead) { $0.organisation = "The Bell Shop" }
    try await test.desk.changeSettings(by: test.lead) { $0.undoSeconds = 20 }
    let settings = try await test.desk.settings()
    #expect(settings.organisation == "The Bell Shop")
    #expect(settings.undoSeconds == 20 && opened.undoSeconds != 20)
  }
}
