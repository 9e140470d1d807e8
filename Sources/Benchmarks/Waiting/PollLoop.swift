import Foundation

/// `poll` over all connections in one thread.
struct PollLoop {
    func serve(_ listener: Int32) {
        var list = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
        while poll(&list, nfds_t(list.count), -1) > 0 || errno == EINTR {
            // From the end, so that the last may take the place of one that has gone.
            for index in list.indices.dropFirst().reversed() where list[index].revents != 0 {
                guard !CannedAnswer.exchange(on: list[index].fd) else { continue }
                _ = close(list[index].fd)
                list.swapAt(index, list.count - 1)
                list.removeLast()
            }
            guard list[0].revents != 0 else { continue }
            let descriptor = accept(listener, nil, nil)
            if descriptor >= 0 { list.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
        }
    }
}
