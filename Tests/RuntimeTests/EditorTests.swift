import Glibc
import Localization
import Testing

@testable import Runtime

@Suite struct `The editor's command` {
    @Test func `is what the person has set`() {
        #expect(Editor.command(in: Environment([:])) == "vi")
        #expect(Editor.command(in: Environment(["EDITOR": "nano"])) == "nano")
        #expect(Editor.command(in: Environment(["EDITOR": "nano", "VISUAL": "vim -u x"])) == "vim -u x")
    }

    @Test func `takes the line and a name of any characters`() {
        #expect(Editor.shellLine("vim -R", path: "lessons/a.json", line: 12) == "vim -R +12 'lessons/a.json'")
        #expect(Editor.shellLine("vi", path: "it's $HOME.json", line: 1) == #"vi +1 'it'\''s $HOME.json'"#)
        #expect(Editor.shellLine("ed", path: "-a.json", line: 3) == "ed +3 './-a.json'")
        #expect(Editor.shellLine("/usr/bin/code -w", path: "a.json", line: 3) == "/usr/bin/code -w --goto 'a.json:3'")
    }

    @Test func `is complained about only when it cannot be started`() throws {
        try withDirectory { directory in
            #expect(Editor.edit("\(directory)/x", line: 1, in: Environment(["EDITOR": "true"])) == nil)
            #expect(Editor.edit("\(directory)/x", line: 1, in: Environment(["EDITOR": "false"])) == nil)
            let complaint = Editor.edit(
                "\(directory)/x", line: 1, in: Environment(["EDITOR": "no-such-editor 2>/dev/null"]))
            #expect(
                complaint?(.english)
                    == "the editor 'no-such-editor 2>/dev/null' could not be started; set EDITOR to one that is installed"
            )
        }
    }
}

@Test func `a file is created only where there is none`() throws {
    try withDirectory { directory in
        try Files.create("\(directory)/a/b/c.json", with: [1, 2])
        #expect(try Files.read("\(directory)/a/b/c.json", limit: 10) == [1, 2])
        #expect(throws: FileProblem.system(.open, path: "\(directory)/a/b/c.json", errno: EEXIST)) {
            try Files.create("\(directory)/a/b/c.json", with: [3])
        }
        #expect(symlink("nowhere", "\(directory)/link") == 0)
        #expect(throws: FileProblem.self) { try Files.create("\(directory)/link", with: [3]) }
        #expect(try Files.read("\(directory)/a/b/c.json", limit: 10) == [1, 2])
    }
}
