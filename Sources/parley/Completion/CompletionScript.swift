import ArgumentParser

/// The shells for which there is a script. Each script asks the program itself (`parley complete`), so that it is never
/// older than the program, and knows what is in the store.
enum CompletionScript: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish

  var text: String {
    switch self {
    case .bash: CompletionScript.forBash
    case .zsh: CompletionScript.forZsh
    case .fish: CompletionScript.forFish
    }
  }

  // Bash breaks words at `=` and `:` too, which is undone before the program is asked, and done again to its answer.
  private static let forBash = #"""
    # Completion of parley for bash: source this file, or put it into
    # ~/.local/share/bash-completion/completions/parley
    _parley() {
      local cur="${COMP_WORDS[COMP_CWORD]}" word glued="" directive="" value rest
      local -a words=()
      local -i i
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        if [[ ${#words[@]} -gt 0 && ( $word == [=:]* || $glued == yes ) ]]; then
          words[-1]+="$word"
        else
          words+=("$word")
        fi
        glued=no
        [[ $word == *[=:] ]] && glued=yes
      done
      [[ $cur == [=:] ]] && cur=""
      local whole="${words[-1]}"
      local begun="${whole%"$cur"}"
      # The shell keeps quotes and backslashes in what is typed; they are no part of the word.
      words[-1]="${whole//[\"\'\\]/}"
      COMPREPLY=()
      while IFS=$'\t' read -r value rest; do
        if [[ -z $directive ]]; then
          directive="$value"
        else
          COMPREPLY+=("$(printf '%q' "${value#"$begun"}")")
        fi
      done < <("$1" complete -- "${words[@]}" 2>/dev/null)
      case "$directive" in
        :folders) compopt -o filenames 2>/dev/null; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$cur") ;;
        :files*)
          local -a endings=() found=()
          read -r -a endings <<<"${directive#:files}"
          for value in "${endings[@]}"; do
            mapfile -t -O "${#found[@]}" found < <(compgen -f -X "!*.$value" -- "$cur")
          done
          if [[ ${#found[@]} -gt 0 ]]; then
            mapfile -t -O "${#found[@]}" found < <(compgen -d -- "$cur")
          else
            mapfile -t found < <(compgen -f -- "$cur")
          fi
          compopt -o filenames 2>/dev/null
          COMPREPLY+=("${found[@]}")
          ;;
      esac
      [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
      return 0
    }
    complete -F _parley parley

    """#

  private static let forZsh = #"""
    #compdef parley
    # Completion of parley for zsh: put this file into a folder of $fpath as _parley, or source it after compinit.
    _parley() {
      local -a lines described endings
      local line directive value meaning
      lines=("${(@f)$("${words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
      directive="${lines[1]}"
      for line in "${(@)lines[2,-1]}"; do
        value="${line%%$'\t'*}"
        meaning=""
        [[ $line == *$'\t'* ]] && meaning="${line#*$'\t'}"
        described+=("${value//:/\\:}:$meaning")
      done
      (( $#described )) && _describe -t values value described
      case "$directive" in
        :folders) _files -/ ;;
        :files*)
          endings=(${=directive#:files})
          if (( $#endings )); then _files -g "*.(${(j:|:)endings})(-.)"; else _files; fi
          ;;
      esac
    }
    if [ "${funcstack[1]}" = "_parley" ]; then _parley "$@"; else compdef _parley parley; fi

    """#

  private static let forFish = #"""
    # Completion of parley for fish: put this file into ~/.config/fish/completions/parley.fish
    function __parley_complete
      set -l words (commandline -opc)
      set -l current (commandline -ct)
      set -l lines ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
      set -l directive (string split ' ' -- $lines[1])
      test (count $lines) -gt 1; and printf '%s\n' $lines[2..-1]
      switch "$directive[1]"
        case :folders
          __fish_complete_directories "$current"
        case :files
          set -l endings $directive[2..-1]
          set -l found
          for ending in $endings
            set -a found (__fish_complete_path "$current" | string match -r ".*\\.$ending(?:\t.*)?\$")
          end
          if test (count $found) -gt 0
            printf '%s\n' $found
            __fish_complete_directories "$current"
          else
            __fish_complete_path "$current"
          end
      end
    end
    complete -c parley -f -a '(__parley_complete)'

    """#
}
