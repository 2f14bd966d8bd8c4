import Courseware
import Glibc
import Testing
import Tutor

@testable import Runtime

@Suite struct `An errand` {
    @Test(.timeLimit(.minutes(1))) func `is done beside the loop, and told once`() {
        let errand = Errand<Int> { .loaded(Catalog(), notice: "\($0)") }
        let now = WallTime(milliseconds: 0)
        #expect(errand.news(at: now).isEmpty)
        let caller = pthread_self()
        let answer = errand.begin { pthread_equal(pthread_self(), caller) == 0 ? 7 : 0 }
        #expect(answer == nil)
        var source = pollfd(fd: errand.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&source, 1, -1) == 1)
        guard case .loaded(_, notice: "7")? = errand.news(at: now).first else {
            Issue.record("nothing was told")
            return
        }
        #expect(errand.news(at: now).isEmpty)
        #expect(errand.due == nil)
    }
}
