#include "extract/flag_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace backlint {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPlain = {
    "-fexceptions"sv, "-fno-exceptions"sv, "-fcxx-exceptions"sv, "-fno-cxx-exceptions"sv, "-frtti"sv, "-fno-rtti"sv,
    "-fsigned-char"sv, "-funsigned-char"sv, "-fno-signed-char"sv, "-fno-unsigned-char"sv, "-fshort-wchar"sv, "-fno-short-wchar"sv,
    "-fshort-enums"sv, "-fno-short-enums"sv, "-fms-extensions"sv, "-fno-ms-extensions"sv, "-fms-compatibility"sv, "-fdeclspec"sv,
    "-fopenmp"sv, "-fblocks"sv, "-fchar8_t"sv, "-fno-char8_t"sv, "-fsized-deallocation"sv, "-fno-sized-deallocation"sv,
    "-faligned-new"sv, "-faligned-allocation"sv, "-fno-aligned-allocation"sv, "-fgnu-keywords"sv, "-fno-gnu-keywords"sv,
    "-fasm"sv, "-fno-asm"sv, "-ffreestanding"sv, "-fhosted"sv, "-fno-builtin"sv, "-fdollars-in-identifiers"sv,
    "-fno-dollars-in-identifiers"sv, "-fno-operator-names"sv, "-ftrigraphs"sv, "-fno-trigraphs"sv, "-fdelayed-template-parsing"sv,
    "-fPIC"sv, "-fpic"sv, "-fPIE"sv, "-fpie"sv, "-fno-PIC"sv, "-fno-pic"sv, "-fno-PIE"sv, "-fno-pie"sv,
    "-pthread"sv, "-nostdinc"sv, "-nostdinc++"sv, "-nostdlibinc"sv, "-nobuiltininc"sv, "-undef"sv, "-trigraphs"sv, "-mms-bitfields"sv,
    "-stdlib=libc++"sv, "-stdlib=libstdc++"sv};

constexpr std::array kX86 = {
    "mmx"sv, "sse"sv, "sse2"sv, "sse3"sv, "ssse3"sv, "sse4"sv, "sse4.1"sv, "sse4.2"sv, "sse4a"sv, "avx"sv, "avx2"sv, "avx512f"sv,
    "avx512bw"sv, "avx512cd"sv, "avx512dq"sv, "avx512vl"sv, "avx512vnni"sv, "avx512vbmi"sv, "avx512vbmi2"sv, "avx512bf16"sv,
    "avx512fp16"sv, "avx512ifma"sv, "avx512bitalg"sv, "avx512vpopcntdq"sv, "avxvnni"sv, "aes"sv, "vaes"sv, "pclmul"sv, "vpclmulqdq"sv,
    "gfni"sv, "bmi"sv, "bmi2"sv, "fma"sv, "fma4"sv, "f16c"sv, "popcnt"sv, "lzcnt"sv, "rdrnd"sv, "rdseed"sv, "sha"sv, "crc32"sv, "cx16"sv,
    "movbe"sv, "adx"sv, "fsgsbase"sv, "xsave"sv, "xsaveopt"sv, "prfchw"sv, "clflushopt"sv, "clwb"sv, "serialize"sv, "waitpkg"sv};

constexpr std::array kX86Processors = {
    "x86-64"sv, "x86-64-v2"sv, "x86-64-v3"sv, "x86-64-v4"sv, "core2"sv, "corei7"sv, "nehalem"sv, "westmere"sv, "sandybridge"sv,
    "ivybridge"sv, "haswell"sv, "broadwell"sv, "skylake"sv, "skylake-avx512"sv, "cascadelake"sv, "icelake-server"sv,
    "sapphirerapids"sv, "k8"sv, "znver1"sv, "znver2"sv, "znver3"sv, "znver4"sv};

constexpr std::array kArm = {"-mfloat-abi=hard"sv, "-mfloat-abi=soft"sv, "-mfloat-abi=softfp"sv, "-mfpu=neon"sv,
                             "-mfpu=neon-vfpv4"sv, "-mfpu=neon-fp-armv8"sv, "-mfpu=vfpv3-d16"sv, "-mfpu=vfpv4"sv};

struct Bound {
  std::string_view prefix;
  uint32_t most;
};
// Higher numbers are allowed to a compiler, not to a stranger's database: they buy stack and time.
constexpr std::array kBounded = {Bound{"-ftemplate-depth=", 4096},     Bound{"-ftemplate-depth-", 4096},
                                 Bound{"-fconstexpr-depth=", 4096},    Bound{"-fconstexpr-steps=", 50000000},
                                 Bound{"-fbracket-depth=", 1024}};

constexpr std::array kValueDropped = {
    "-o"sv, "-MF"sv, "-MT"sv, "-MQ"sv, "-MJ"sv, "-aux-info"sv, "-dumpbase"sv, "-dumpbase-ext"sv, "-dumpdir"sv, "-T"sv, "-u"sv, "-z"sv,
    "-L"sv, "-l"sv, "-e"sv, "-G"sv, "-A"sv, "-B"sv, "-F"sv, "-arch"sv, "-Xlinker"sv, "-Xassembler"sv, "-Xanalyzer"sv,
    "-Xarch_host"sv, "-Xarch_device"sv, "-Xcompiler"sv, "-Xcuda-fatbinary"sv, "-Xcuda-ptxas"sv, "-Xopenmp-target"sv, "-Xthinlto"sv,
    "-mllvm"sv, "-load"sv, "-plugin"sv, "-include-pch"sv, "-index-store-path"sv, "-index-unit-output-path"sv,
    "-serialize-diagnostics"sv, "--serialize-diagnostics"sv, "--param"sv, "-specs"sv, "-wrapper"sv, "-iframework"sv, "-iprefix"sv,
    "-iwithprefix"sv, "-iwithprefixbefore"sv, "-imultilib"sv, "-iplugindir"sv, "-ivfsoverlay"sv, "-gcc-toolchain"sv, "-framework"sv,
    "-fmodules-cache-path"sv, "-working-directory"sv, "-main-file-name"sv, "-ccc-gcc-name"sv, "-ccc-install-dir"sv, "-resource-dir"sv,
    "-rpath"sv, "-install_name"sv, "-seg1addr"sv, "-version-info"sv, "-mthread-model"sv, "-msign-return-address"sv, "--config"sv};

template <typename Table>
bool Contains(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool IsX86(std::string_view processor) {
  return processor == "x86_64" || processor == "amd64" || (processor.size() == 4 && processor[0] == 'i' && processor.ends_with("86"));
}

}  // namespace

bool IsPlainFlag(std::string_view flag) { return Contains(kPlain, flag); }

bool IsProcessorFlag(std::string_view flag, std::string_view processor) {
  if (!flag.starts_with("-m")) return false;
  if (processor.starts_with("arm") && processor != "arm64") return Contains(kArm, flag);
  if (!IsX86(processor)) return false;
  if (flag.starts_with("-march=")) return Contains(kX86Processors, flag.substr(7));
  if (flag == "-m32" || flag == "-m64") return true;
  std::string_view name = flag.substr(2);
  if (name.starts_with("no-")) name.remove_prefix(3);
  return Contains(kX86, name);
}

bool IsBoundedFlag(std::string_view flag) {
  for (const Bound& bound : kBounded) {
    if (!flag.starts_with(bound.prefix)) continue;
    const std::string_view digits = flag.substr(bound.prefix.size());
    uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() && number > 0 && number <= bound.most;
  }
  return false;
}

bool DropsNextWord(std::string_view flag) { return Contains(kValueDropped, flag); }

}  // namespace backlint
