require 'json'
require 'licensee'

task = JSON.parse($stdin.read)
known = Licensee::License.all(hidden: true).map(&:spdx_id)
clock = -> { Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) }
answers = {}
start = clock.call
task['paths'].each do |path|
  license = Licensee::ProjectFiles::LicenseFile.new(File.read(path), 'LICENSE').license
  answers[path] = license ? [license.spdx_id] : []
  break if clock.call - start > task['seconds']
end
puts JSON.generate(seconds: clock.call - start, files: answers.size, answers: answers, knows: known)
